namespace Agnt5.Local.Engine.Runs;

/// <summary>Pauses: a response that waits for a time, a person or a signal, and what the time does to it.</summary>
/// <remarks>
/// A wait that runs out (<c>wait_timeout_ms</c>) fails the run with <c>WAIT_TIMEOUT</c>, as on AGNT5; where <see cref="RunSpec.InvokesOnWaitTimeout"/> is set, the endpoint is invoked instead, and its
/// code goes on behind the timeout. What is due beside a wait (<c>timeout_ms</c>) wakes the run where <see cref="RunSpec.WakesBesideWaits"/> is set, and never else.
/// </remarks>
internal static class RunPauses
{
    /// <summary>
    /// How long a run pauses at least, in ms, unless somebody wakes it. The clock of an endpoint may be behind, and then it says "not yet" at the exact time: asked at once, it would say so in a loop.
    /// </summary>
    private const long ShortestPauseMs = 50;

    public static void Begin(RunChange change, Pause pause)
    {
        if (pause is BudgetPause)
        {
            RunBudgets.Ended(change);
            return;
        }

        RunJournal.Paused(change, pause);
        if (pause is SignalPause wait && RunSignals.TakeEarly(change, wait))
            return;

        RunKeys.LeaveWhileWaiting(change);
        change.Run = change.Run with { Phase = RunPhase.Paused, Pause = pause, WakeAtMs = WakeAt(change, pause) };
    }

    /// <summary>A sleep is over, or nobody answered in time, or something beside the wait is due.</summary>
    public static void TimeIsUp(RunChange change)
    {
        var pause = change.Run.Pause!;
        if (HasRunOut(change, pause) && !change.Spec.InvokesOnWaitTimeout)
        {
            RunEnds.Fail(change, RunErrorCodes.WaitTimeout, pause is SignalPause signal ? $"No signal '{signal.SignalName}' came in time." : "Nobody answered the question in time.");
            return;
        }

        RunJournal.ResumedByTime(change, pause is TimerPause ? PauseReasons.Timer : HasRunOut(change, pause) ? PauseReasons.WaitTimeout : PauseReasons.Timeout);
        RunKeys.GoOn(change);
    }

    /// <summary>Ends a sleep before its time. No clock moves: the endpoint is told that the sleep began earlier.</summary>
    public static void Skip(RunChange change)
    {
        var timer = (TimerPause)change.Run.Pause!;
        var leftMs = timer.ReadyAtMs > change.NowMs ? timer.ReadyAtMs - change.NowMs : 0;
        if (SkippedTimer.In(change.Run.Checkpoint, timer.TimerKey, leftMs) is { } checkpoint)
            change.Run = change.Run with { Checkpoint = checkpoint };
        else
            RunJournal.Notice(change, $"The checkpoint has no time of the timer '{timer.TimerKey}' that could be moved. The endpoint is asked now, and may sleep on.");
        RunJournal.ResumedBySkip(change, leftMs);
        RunKeys.GoOn(change);
    }

    /// <summary>Whether the wait itself ran out. What was due beside it before that comes first: the endpoint then judges both.</summary>
    private static bool HasRunOut(RunChange change, Pause pause) =>
        pause is not TimerPause && pause.TimesOutAtMs is { } outMs && outMs <= change.NowMs && !(change.Spec.WakesBesideWaits && pause.BesideAtMs <= outMs);

    private static long? WakeAt(RunChange change, Pause pause)
    {
        var dueMs = pause switch
        {
            TimerPause timer => timer.ReadyAtMs,
            { TimesOutAtMs: { } outMs, BesideAtMs: { } besideMs } when change.Spec.WakesBesideWaits => Math.Min(outMs, besideMs),
            { BesideAtMs: { } besideMs } when change.Spec.WakesBesideWaits => besideMs,
            _ => pause.TimesOutAtMs,
        };
        return dueMs is { } wakeMs ? Math.Max(wakeMs, change.After(ShortestPauseMs)) : null;
    }
}
