namespace Agnt5.Local.Engine.Runs;

/// <summary>The ends of a run. Every end leaves the run's keys, and nothing happens to a run after it.</summary>
internal static class RunEnds
{
    /// <summary>The run is done. The sessions of its checkpoint are saved for the sessions' next runs.</summary>
    public static void Complete(RunChange change, CompletedAnswer answer)
    {
        foreach (var (sessionId, session) in answer.Sessions)
            change.Add(new SaveSession(sessionId, session));
        End(change, RunPhase.Completed, new RunOutcome { Output = answer.Output, OutputRef = answer.OutputRef });
    }

    public static void Fail(RunChange change, string code, string message) => End(change, RunPhase.Failed, new RunOutcome { ErrorCode = code, ErrorMessage = message });

    /// <summary>Somebody cancelled the run. It ends at once, whatever is on its way.</summary>
    public static void Cancel(RunChange change, string reason)
    {
        if (change.Run.HasSliceOnItsWay)
            change.Add(new AbandonSlice(change.Spec.RunId, change.Run.Slice));
        End(change, RunPhase.Cancelled, new RunOutcome { ErrorCode = RunErrorCodes.Cancelled, ErrorMessage = reason });
    }

    public static void Supersede(RunChange change, string byRunId) =>
        End(change, RunPhase.Cancelled, new RunOutcome { ErrorCode = RunErrorCodes.Debounced, ErrorMessage = $"A later run of the same debounce key took this run's place: {byRunId}." });

    // What only a next slice would need is not kept: checkpoints are large, and ended runs are many.
    private static void End(RunChange change, RunPhase phase, RunOutcome outcome)
    {
        RunJournal.Ended(change, phase, outcome);
        RunKeys.LeaveAll(change);
        change.Run = change.Run with { Phase = phase, Outcome = outcome, EndedAtMs = change.NowMs, Pause = null, WakeAtMs = null, EarlySignals = [], Checkpoint = default };
    }
}
