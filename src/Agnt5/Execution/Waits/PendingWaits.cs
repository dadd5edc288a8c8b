using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>The open waits of a slice, in call order.</summary>
internal sealed class PendingWaits
{
    // The first wait creates it: most slices wait for nothing.
    private List<IDurableWait>? _waits;

    public bool IsEmpty => _waits is not { Count: > 0 };

    /// <summary>When the next wait comes due, in Unix ms.</summary>
    public long? NextDueAtMs => _waits?.Min(static wait => wait.DueAtMs);

    public void Add(IDurableWait wait) => (_waits ??= []).Add(wait);

    public bool Remove(IDurableWait wait) => _waits is not null && _waits.Remove(wait);

    /// <summary>Ends the waits whose time has come, earliest first.</summary>
    /// <returns>Whether a wait was due.</returns>
    public bool ComeDue(long nowMs)
    {
        if (_waits is null)
            return false;

        IDurableWait[] due = [.. _waits.Where(wait => wait.DueAtMs <= nowMs).OrderBy(static wait => wait.DueAtMs)];
        foreach (var wait in due)
        {
            _waits.Remove(wait);
            wait.ComeDue();
        }

        return due.Length > 0;
    }

    /// <summary>The wait that a response names: the first question in call order, else the first signal, else the earliest timer.</summary>
    public Suspension Describe(long nowMs)
    {
        var waits = _waits!;
        var first = waits.MinBy(static wait => wait.Kind)!;
        if (first.Kind == WaitKind.Timer)
            return waits.MinBy(static wait => wait.DueAtMs)!.Describe(timeoutMs: null);

        // The named wait tells its own timeout itself. AGNT5 ends the run at that timeout, and must not do so for the timeout of another wait.
        var nextDueAtMs = waits.Where(wait => wait != first).Min(static wait => wait.DueAtMs);
        return first.Describe(nextDueAtMs is { } dueAtMs ? Math.Max(0, dueAtMs - nowMs) : null);
    }
}
