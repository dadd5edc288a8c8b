using System.Text;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

/// <summary>Runs, answers and pauses for the tests, with as little as they need.</summary>
internal static class Specs
{
    public static RunSpec Run(string runId = "run_1", params FlowClaim[] claims) => new()
    {
        RunId = runId,
        ComponentType = "workflow",
        ComponentName = "ship_order",
        DeploymentId = "dep_1",
        Environment = "production",
        CreatedAtMs = 0,
        Retries = RetryPolicy.None,
        Claims = claims,
    };

    public static FlowClaim Claim(FlowKind kind, int limit = 1, long windowMs = 0, string value = "\"a-1\"") => new(new FlowKey(kind, "component:workflow:ship_order", value), limit, windowMs);

    public static CompletedAnswer Completed(string output = "\"shipped\"") => new() { Output = Encoding.UTF8.GetBytes(output) };

    public static FailedAnswer Failed(bool isRetryable = true) => new("WORKERLESS_HANDLER_ERROR", "The lorry broke down.", isRetryable);

    public static SuspendedAnswer Sleeps(long untilMs) => new(new TimerPause(untilMs, "sleep_1000ms"));

    /// <summary>Sleeps with the record that an endpoint of the protocol makes of it.</summary>
    public static SuspendedAnswer Sleeps(long untilMs, string timerKey, string checkpoint) => new(new TimerPause(untilMs, timerKey)) { Checkpoint = Encoding.UTF8.GetBytes(checkpoint) };

    public static SuspendedAnswer UsedUpItsBudget() => new(new BudgetPause("budget"));

    public static SuspendedAnswer WaitsFor(string signal, long? timesOutAtMs = null, long? besideAtMs = null) =>
        new(new SignalPause(signal, signal) { TimesOutAtMs = timesOutAtMs, BesideAtMs = besideAtMs });

    public static SuspendedAnswer Asks(int number, long? timesOutAtMs = null, long? besideAtMs = null) => new(new QuestionPause
    {
        PauseIndex = number,
        StepName = $"wait_for_user_{number}",
        Question = "Ship it?",
        InputType = "approval",
        Options = """[{"id":"yes","label":"Yes"}]""",
        StepEvents = number == 0 ? null : """{"0":"yes"}""",
        TimesOutAtMs = timesOutAtMs,
        BesideAtMs = besideAtMs,
    });
}
