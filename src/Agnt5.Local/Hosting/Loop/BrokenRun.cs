using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>The end of a run whose machine threw: a bug. The run fails, whatever it was doing, and its keys are left, so that nobody waits for it.</summary>
internal static class BrokenRun
{
    private const string Message = "The engine could not go on with this run because of an error of its own. The engine's log has the reason; please report it. Start the run again.";

    private static readonly byte[] Error = JsonSerializer.SerializeToUtf8Bytes(
        new BrokenRunEvent(new BrokenRunError(EngineErrorCodes.Bug, Message)), HostJson.Default.BrokenRunEvent);

    public static Transition<RunState> End(RunState run, long nowMs)
    {
        if (run.HasEnded)
            return new Transition<RunState>(run, []);

        var runId = run.Spec.RunId;
        var ended = run with
        {
            Phase = RunPhase.Failed,
            Granted = 0,
            WakeAtMs = null,
            Pause = null,
            EndedAtMs = nowMs,
            Outcome = new RunOutcome { ErrorCode = EngineErrorCodes.Bug, ErrorMessage = Message },
            Sequence = run.Sequence + 1,
        };
        List<Effect> effects = [new Journal(runId, new JournalEntry { Sequence = ended.Sequence, EventType = "run.failed", AtMs = nowMs, Data = Error })];
        foreach (var claim in run.Spec.Claims)
            effects.Add(new TellKey(claim.Key, new Left(nowMs, runId)));
        if (run.Phase == RunPhase.Running)
            effects.Add(new AbandonSlice(runId, run.Slice));
        return new Transition<RunState>(ended, effects);
    }
}
