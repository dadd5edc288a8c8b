using System.Text.Json;
using Agnt5.Local.Engine.Runs;
using Agnt5.Testing.Json;

namespace Agnt5.Testing.Pauses;

/// <summary>Shows what a run waits for.</summary>
internal static class ShownPause
{
    /// <returns>The pause, or <see langword="null"/> for a run that is not paused.</returns>
    public static TestPause? Of(RunState run) => run is not { Phase: RunPhase.Paused, Pause: { } pause } ? null : pause switch
    {
        QuestionPause question => new TestQuestion
        {
            Number = question.PauseIndex,
            Text = question.Question,
            InputType = question.InputType,
            Options = OptionIds(question.Options),
            AllowsCustom = question.AllowCustom,
            IsSkippable = question.Skippable,
            DueAt = Time(run.WakeAtMs),
        },
        TimerPause timer => new TestSleep { Name = timer.TimerKey, Until = DateTimeOffset.FromUnixTimeMilliseconds(timer.ReadyAtMs), DueAt = Time(run.WakeAtMs) },
        SignalPause signal => new TestSignalWait { Name = signal.SignalName, Step = signal.WaitingStep, DueAt = Time(run.WakeAtMs) },
        _ => null,
    };

    private static string[] OptionIds(string json) => TestJson.Parse(json) is { ValueKind: JsonValueKind.Array } options
        ? [.. options.EnumerateArray().Select(static option => option.Text("id") ?? option.ToString())]
        : [];

    private static DateTimeOffset? Time(long? unixMs) => unixMs is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
