using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>
/// The end of a run that cannot go on because of the engine: its machine threw, or the store refuses it. It fails, whatever it was doing, and leaves its keys, so that nobody waits for it.
/// </summary>
internal static class BrokenRun
{
    private const string BugMessage = "The engine could not go on with this run because of an error of its own. The engine's log has the reason; please report it. Start the run again.";

    /// <summary>Ends a run whose machine threw: a bug.</summary>
    public static Transition<RunState> End(RunState run, long nowMs) => End(run, nowMs, EngineErrorCodes.Bug, BugMessage);

    public static Transition<RunState> End(RunState run, long nowMs, string code, string message)
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
            EarlySignals = [],
            Checkpoint = default,
            EndedAtMs = nowMs,
            Outcome = new RunOutcome { ErrorCode = code, ErrorMessage = message },
            Sequence = run.Sequence + 1,
        };
        var error = JsonSerializer.SerializeToUtf8Bytes(new BrokenRunEvent(new BrokenRunError(code, message)), HostJson.Default.BrokenRunEvent);
        List<Effect> effects = [new Journal(runId, new JournalEntry { Sequence = ended.Sequence, EventType = "run.failed", AtMs = nowMs, Data = error })];
        foreach (var claim in run.Spec.Claims)
            effects.Add(new TellKey(claim.Key, new Left(nowMs, runId)));
        if (run.Phase == RunPhase.Running)
            effects.Add(new AbandonSlice(runId, run.Slice));
        return new Transition<RunState>(ended, effects);
    }
}
