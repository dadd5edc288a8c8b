namespace Agnt5.Local.Engine.Runs;

/// <summary>
/// The end of a slice's budget (protocol section 6, "Budget"). The run goes on at once, with the keys that it holds. One that recorded nothing new would do so for ever, as fast as it can: from the
/// second such slice in a row on, it waits for 100 ms, doubling to 30 s. It never fails for it: code that yields until something else is done is right to wait.
/// </summary>
internal static class RunBudgets
{
    private const long ShortestDelayMs = 100;
    private const long LongestDelayMs = 30_000;

    /// <summary>So many slices in a row without anything new are no reason to wait.</summary>
    private const int MostIdle = 1;

    public static void Ended(RunChange change)
    {
        var idle = change.Run.IdleSlices - MostIdle;
        if (idle <= 0)
        {
            RunSlices.Start(change);
            return;
        }

        if (idle == 1)
            RunJournal.Notice(change, "The run gave up its budget again and recorded nothing new. It goes on more and more rarely, every 30 s at last, until it records something.");
        change.Run = change.Run with { WakeAtMs = change.After(Math.Min(ShortestDelayMs << Math.Min(idle - 1, 20), LongestDelayMs)) };
    }

    /// <summary>How many slices in a row gave up their budget and brought nothing new, this one included.</summary>
    public static int IdleAfter(RunState run, SliceAnswer answer) =>
        answer is SuspendedAnswer { Pause: BudgetPause, Events.Count: 0 } && (answer.Checkpoint.IsEmpty || answer.Checkpoint.Span.SequenceEqual(run.Checkpoint.Span)) ? run.IdleSlices + 1 : 0;
}
