using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Engine.Runs;

/// <summary>
/// The way past the flow-control keys. A run asks for one key at a time, in the order of its claims; each grant leads to the next, and the last one to a slice.
/// </summary>
/// <remarks>
/// Debounce, rate limit and throttle are passed once. A singleton is held to the end of the run. <c>max_concurrency</c> and concurrency are held while the run runs: a run that pauses, or whose
/// retry is delayed, leaves them, and asks again before it goes on. A budget's end is no pause.
/// </remarks>
internal static class RunKeys
{
    /// <summary>Takes the run on: to the next key that it lacks, or to its next slice when it lacks none.</summary>
    public static void GoOn(RunChange change)
    {
        if (FindMissing(change.Run) is not { } missing)
        {
            RunSlices.Start(change);
            return;
        }

        var claim = change.Spec.Claims[missing];
        change.Run = change.Run with { Phase = RunPhase.Queued, Pause = null, WakeAtMs = null };
        change.Add(new TellKey(claim.Key, new Claimed(change.NowMs, change.Spec.RunId, change.Spec.Priority, claim)));
    }

    /// <summary>
    /// A grant counts when the run waits for it. One that comes to a run that has ended needs no answer: the run left the key when it ended, and the key hears of that.
    /// </summary>
    public static void Granted(RunChange change, FlowKey key)
    {
        if (!WaitsFor(change.Run, key))
            return;

        change.Run = change.Run with { Granted = change.Run.Granted | (1u << FindMissing(change.Run)!.Value) };
        GoOn(change);
    }

    /// <summary>The run stands in a line, and its journal says in which.</summary>
    public static void Waits(RunChange change, FlowKey key)
    {
        if (WaitsFor(change.Run, key))
            RunJournal.Queued(change, key);
    }

    /// <summary>A rate limit is used up. The run ends as failed, and its endpoint never hears of it.</summary>
    public static void Refused(RunChange change, KeyRefused refused)
    {
        if (WaitsFor(change.Run, refused.Key))
            RunEnds.Fail(change, refused.Code, refused.Message);
    }

    /// <summary>Only a run that still waits for its debounce key gives way to a later one.</summary>
    public static void Superseded(RunChange change, string byRunId)
    {
        if (change.Run.Phase == RunPhase.Queued && FindMissing(change.Run) is { } missing && change.Spec.Claims[missing].Key.Kind == FlowKind.Debounce)
            RunEnds.Supersede(change, byRunId);
    }

    /// <summary>Leaves the keys that count running runs alone.</summary>
    public static void LeaveWhileWaiting(RunChange change) => LeaveWhere(change, static kind => kind is FlowKind.MaxConcurrency or FlowKind.Concurrency);

    /// <summary>Leaves what the run holds, and the line that it stands in.</summary>
    public static void LeaveAll(RunChange change)
    {
        if (change.Run.Phase == RunPhase.Queued && FindMissing(change.Run) is { } missing)
            Leave(change, change.Spec.Claims[missing].Key);
        LeaveWhere(change, static kind => kind is FlowKind.Singleton or FlowKind.MaxConcurrency or FlowKind.Concurrency);
    }

    private static void LeaveWhere(RunChange change, Func<FlowKind, bool> isLeft)
    {
        var claims = change.Spec.Claims;
        for (var claim = 0; claim < claims.Count; claim++)
        {
            if (!IsGranted(change.Run, claim) || !isLeft(claims[claim].Key.Kind))
                continue;
            change.Run = change.Run with { Granted = change.Run.Granted & ~(1u << claim) };
            Leave(change, claims[claim].Key);
        }
    }

    private static void Leave(RunChange change, FlowKey key) => change.Add(new TellKey(key, new Left(change.NowMs, change.Spec.RunId)));

    private static bool WaitsFor(RunState run, FlowKey key) => run.Phase == RunPhase.Queued && FindMissing(run) is { } missing && run.Spec.Claims[missing].Key == key;

    /// <summary>The first claim that is not granted.</summary>
    private static int? FindMissing(RunState run)
    {
        for (var claim = 0; claim < run.Spec.Claims.Count; claim++)
        {
            if (!IsGranted(run, claim))
                return claim;
        }

        return null;
    }

    private static bool IsGranted(RunState run, int claim) => (run.Granted & (1u << claim)) != 0;
}
