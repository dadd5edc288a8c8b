using System.ComponentModel;

namespace Agnt5.Providers.Tests.Components;

/// <summary>Twenty tools that take little else than numbers and times.</summary>
public static partial class Clocks
{
    [Tool, Description("Starts.")]
    public static int StartTimer(TimeSpan length, TimeSpan pause, int rounds, int? most = null) => 0;

    [Tool, Description("Stops.")]
    public static int StopTimer(int timer, TimeSpan? after = null, TimeSpan? every = null, long? count = null) => 0;

    [Tool, Description("Pauses.")]
    public static int PauseTimer(TimeSpan from, TimeSpan to, TimeSpan? step = null, int? least = null) => 0;

    [Tool, Description("Resumes.")]
    public static int ResumeTimer(long timer, int? hours = null, int? minutes = null, TimeSpan? rest = null) => 0;

    [Tool, Description("Delays.")]
    public static int DelayTimer(TimeSpan length, TimeSpan pause, int rounds, int? most = null) => 0;

    [Tool, Description("Extends.")]
    public static int ExtendTimer(int timer, TimeSpan? after = null, TimeSpan? every = null, long? count = null) => 0;

    [Tool, Description("Shortens.")]
    public static int ShortenTimer(TimeSpan from, TimeSpan to, TimeSpan? step = null, int? least = null) => 0;

    [Tool, Description("Repeats.")]
    public static int RepeatTimer(long timer, int? hours = null, int? minutes = null, TimeSpan? rest = null) => 0;

    [Tool, Description("Schedules.")]
    public static int ScheduleTimer(TimeSpan length, TimeSpan pause, int rounds, int? most = null) => 0;

    [Tool, Description("Shifts.")]
    public static int ShiftTimer(int timer, TimeSpan? after = null, TimeSpan? every = null, long? count = null) => 0;

    [Tool, Description("Plans.")]
    public static int PlanTimer(TimeSpan from, TimeSpan to, TimeSpan? step = null, int? least = null) => 0;

    [Tool, Description("Measures.")]
    public static int MeasureTimer(long timer, int? hours = null, int? minutes = null, TimeSpan? rest = null) => 0;

    [Tool, Description("Compares.")]
    public static int CompareTimer(TimeSpan length, TimeSpan pause, int rounds, int? most = null) => 0;

    [Tool, Description("Averages.")]
    public static int AverageTimer(int timer, TimeSpan? after = null, TimeSpan? every = null, long? count = null) => 0;

    [Tool, Description("Limits.")]
    public static int LimitTimer(TimeSpan from, TimeSpan to, TimeSpan? step = null, int? least = null) => 0;

    [Tool, Description("Reminds.")]
    public static int RemindTimer(long timer, int? hours = null, int? minutes = null, TimeSpan? rest = null) => 0;

    [Tool, Description("Snoozes.")]
    public static int SnoozeTimer(TimeSpan length, TimeSpan pause, int rounds, int? most = null) => 0;

    [Tool, Description("Splits.")]
    public static int SplitTimer(int timer, TimeSpan? after = null, TimeSpan? every = null, long? count = null) => 0;

    [Tool, Description("Merges.")]
    public static int MergeTimer(TimeSpan from, TimeSpan to, TimeSpan? step = null, int? least = null) => 0;

    [Tool, Description("Rounds.")]
    public static int RoundTimer(long timer, int? hours = null, int? minutes = null, TimeSpan? rest = null) => 0;

    [Agent("timekeeper", Model = "model", Tools =
    [
        nameof(StartTimer), nameof(StopTimer), nameof(PauseTimer), nameof(ResumeTimer), nameof(DelayTimer),
        nameof(ExtendTimer), nameof(ShortenTimer), nameof(RepeatTimer), nameof(ScheduleTimer), nameof(ShiftTimer),
        nameof(PlanTimer), nameof(MeasureTimer), nameof(CompareTimer), nameof(AverageTimer), nameof(LimitTimer),
        nameof(RemindTimer), nameof(SnoozeTimer), nameof(SplitTimer), nameof(MergeTimer), nameof(RoundTimer),
    ])]
    public static partial Task<string> Timekeeper(AgentContext ctx, string message);
}
