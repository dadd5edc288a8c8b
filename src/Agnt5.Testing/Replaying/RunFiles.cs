using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Testing.Json;
using Agnt5.Testing.Recording;
using Agnt5.Testing.Waiting;

namespace Agnt5.Testing.Replaying;

/// <summary>Makes files of runs.</summary>
internal static class RunFiles
{
    public static SavedRun Of(RunState run, TestHost host) => new()
    {
        Format = SavedRunJson.Format,
        RunId = run.Spec.RunId,
        ComponentType = run.Spec.ComponentType,
        ComponentName = run.Spec.ComponentName,
        Status = RunStatus.Of(run.Phase),
        Slices = [.. host.Records.Of(run.Spec.RunId).Select(SliceOf).OfType<SavedSlice>()],
        Timeline = host.TimelineOf(run).Split('\n'),
    };

    private static SavedSlice? SliceOf(SliceLog slice) => slice.Result is not { } result ? null : new SavedSlice
    {
        Number = slice.Number,
        AtMs = slice.At.ToUnixTimeMilliseconds(),
        Attempt = slice.Attempt,
        Request = TestJson.Parse(slice.Request)!.Value,
        Checkpoint = result is InvokeAnswered { Answer: { } answer } ? TestJson.Parse(answer.Checkpoint) : null,
        Outcome = SliceOutcomes.Of(result),
        IsReplayed = result is InvokeAnswered { Answer: CompletedAnswer or SuspendedAnswer { Pause: not BudgetPause } },
    };
}
