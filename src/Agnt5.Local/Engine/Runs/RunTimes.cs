namespace Agnt5.Local.Engine.Runs;

/// <summary>The time that a run wanted to be told of. A host may tell it too early, too late and more than once.</summary>
internal static class RunTimes
{
    public static void Reached(RunChange change)
    {
        if (change.Run.WakeAtMs is not { } dueMs || change.NowMs < dueMs)
            return;

        switch (change.Run.Phase)
        {
            case RunPhase.RetryDelayed:
                RunKeys.GoOn(change);
                break;
            case RunPhase.Running:
                RunSlices.Start(change);
                break;
            case RunPhase.Paused:
                RunPauses.TimeIsUp(change);
                break;
        }
    }
}
