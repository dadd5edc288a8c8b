namespace Agnt5.Local.Engine.Runs;

/// <summary>Slices: one invoke, one answer. Each has a number, and at most one is on its way. An answer with another number came too late, and nobody waits for it.</summary>
internal static class RunSlices
{
    public static void Start(RunChange change)
    {
        var isFirst = change.Run.StartedAtMs is null;
        change.Run = change.Run with
        {
            Phase = RunPhase.Running,
            Slice = change.Run.Slice + 1,
            Pause = null,
            WakeAtMs = null,
            StartedAtMs = change.Run.StartedAtMs ?? change.NowMs,
        };
        if (isFirst)
            RunJournal.Started(change);
        change.Add(new StartSlice(change.Spec.RunId, change.Run.Slice));
    }

    public static void Answered(RunChange change, SliceAnswered answered)
    {
        if (!change.Run.HasOnItsWay(answered.Slice))
            return;

        TakeIn(change, answered.Answer);
        switch (answered.Answer)
        {
            case CompletedAnswer completed:
                RunEnds.Complete(change, completed);
                break;
            case FailedAnswer failed:
                RunRetries.AttemptFailed(change, failed);
                break;
            case SuspendedAnswer suspended:
                RunPauses.Begin(change, suspended.Pause);
                break;
        }
    }

    /// <summary>Takes in what every usable answer has. A response without a checkpoint has nothing new to record, so the last one stays.</summary>
    private static void TakeIn(RunChange change, SliceAnswer answer)
    {
        change.Run = change.Run with
        {
            LostInvokes = 0,
            LostSinceMs = 0,
            SenselessAnswers = 0,
            IdleSlices = RunBudgets.IdleAfter(change.Run, answer),
            Checkpoint = answer.Checkpoint.IsEmpty ? change.Run.Checkpoint : answer.Checkpoint,
        };
        RunAgents.Answered(change, answer);
        foreach (var emitted in answer.Events)
            change.Write(emitted.EventType, emitted.Data, emitted.Metadata, emitted.StepKey);
    }
}
