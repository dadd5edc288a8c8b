namespace Agnt5.Local.Engine.Runs;

/// <summary>Signals. One that nobody waits for yet is kept until the run does. The latest one that the run waited for stays in the metadata of all later slices.</summary>
internal static class RunSignals
{
    /// <summary>The most signals that are kept for later waits. More are refused (<see cref="RunRefusal"/>): what was accepted is never thrown away.</summary>
    public const int MostEarly = 100;

    public static void Sent(RunChange change, SignalSent sent)
    {
        var signal = new GivenSignal(sent.SignalId, sent.Name, WaitingStep: null, sent.Payload);
        if (change.Run.Pause is SignalPause wait && wait.SignalName == sent.Name)
            HandOver(change, wait, signal);
        else if (!IsKnown(change.Run, sent.SignalId))
            change.Run = change.Run with { EarlySignals = [.. change.Run.EarlySignals, signal] };
    }

    /// <summary>Hands the oldest kept signal to a run that begins to wait for it. Such a run goes on at once, with its keys.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool TakeEarly(RunChange change, SignalPause wait)
    {
        var early = change.Run.EarlySignals;
        if (early.FirstOrDefault(signal => signal.Name == wait.SignalName) is not { } signal)
            return false;

        change.Run = change.Run with { EarlySignals = [.. early.Where(other => other != signal)] };
        HandOver(change, wait, signal);
        return true;
    }

    private static void HandOver(RunChange change, SignalPause wait, GivenSignal signal)
    {
        signal = signal with { WaitingStep = wait.WaitingStep };
        change.Run = change.Run with { LatestSignal = signal };
        RunJournal.ResumedBySignal(change, signal);
        RunKeys.GoOn(change);
    }

    /// <summary>Whether a signal was sent before, and this is the same one again.</summary>
    private static bool IsKnown(RunState run, string signalId) => run.LatestSignal?.SignalId == signalId || run.EarlySignals.Any(signal => signal.SignalId == signalId);
}
