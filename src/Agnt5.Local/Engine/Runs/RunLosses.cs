namespace Agnt5.Local.Engine.Runs;

/// <summary>
/// Invokes without a usable answer. The slice is sent again with the same attempt, since nobody knows whether it ran: the attempt is the endpoint's to fail, not the network's.
/// </summary>
/// <remarks>
/// Meanwhile the run is <see cref="RunPhase.Running"/> and keeps its keys: the endpoint may well be at work. It is sent again after 100 ms, then 200 ms and so on to 30 s, or when the endpoint
/// wants to be asked. 15 minutes after the first loss the last invoke is made; when that is lost too, the run fails with the code of the loss.
/// </remarks>
internal static class RunLosses
{
    private const long ShortestDelayMs = 100;
    private const long LongestDelayMs = 30_000;
    private const long GivesUpAfterMs = 15 * 60_000;

    /// <summary>How many answers in a row may make no sense. An endpoint with a fault does not get better.</summary>
    private const int MostSenselessAnswers = 3;

    public static void Lost(RunChange change, SliceLost lost)
    {
        if (!change.Run.HasOnItsWay(lost.Slice))
            return;

        var run = change.Run;
        // A clock that jumped back must not put the end off.
        var sinceMs = run.LostInvokes == 0 ? change.NowMs : Math.Min(run.LostSinceMs, change.NowMs);
        change.Run = run = run with
        {
            LostInvokes = run.LostInvokes + 1,
            LostSinceMs = sinceMs,
            SenselessAnswers = lost.Code == RunErrorCodes.InvalidResponse ? run.SenselessAnswers + 1 : 0,
        };

        var lastTryMs = sinceMs > long.MaxValue - GivesUpAfterMs ? long.MaxValue : sinceMs + GivesUpAfterMs;
        if (lost.IsFinal || run.SenselessAnswers >= MostSenselessAnswers || change.NowMs >= lastTryMs)
        {
            RunJournal.InvokeLost(change, lost.Code, lost.Message, sentAgainAtMs: null);
            RunEnds.Fail(change, lost.Code, lost.Message);
            return;
        }

        var againMs = Math.Min(change.After(DelayAfter(run.LostInvokes, lost.RetryAfterMs)), lastTryMs);
        RunJournal.InvokeLost(change, lost.Code, lost.Message, againMs);
        change.Run = run with { WakeAtMs = againMs };
    }

    /// <summary>Sends the slice that was on its way again, under a new number, and counts no loss: the endpoint did nothing wrong.</summary>
    public static void HostRestarted(RunChange change)
    {
        if (!change.Run.HasSliceOnItsWay)
            return;

        RunJournal.InvokeLost(change, RunErrorCodes.HostRestarted, "The local AGNT5 was started anew while this slice was at the endpoint.", change.NowMs);
        RunSlices.Start(change);
    }

    private static long DelayAfter(int losses, long? retryAfterMs) => retryAfterMs is { } asked
        ? Math.Max(asked, ShortestDelayMs)
        : Math.Min(ShortestDelayMs << Math.Min(losses - 1, 20), LongestDelayMs);
}
