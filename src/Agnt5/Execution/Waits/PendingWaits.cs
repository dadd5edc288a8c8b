using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>What a slice waits for, in call order.</summary>
internal sealed class PendingWaits
{
    // Made by the first: most slices wait for nothing.
    private List<IDurableWait>? _waits;

    public bool IsEmpty => _waits is not { Count: > 0 };

    /// <summary>When the next one comes due, in Unix ms.</summary>
    public long? NextDueAtMs => _waits?.Min(static wait => wait.DueAtMs);

    public void Add(IDurableWait wait) => (_waits ??= []).Add(wait);

    public bool Remove(IDurableWait wait) => _waits is not null && _waits.Remove(wait);

    /// <summary>Lets what is due come due, earliest first.</summary>
    /// <returns>Whether anything was.</returns>
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

    /// <summary>The one wait that a response names: a question, else a signal, the first in call order; else the earliest timer.</summary>
    public Suspension Describe(long nowMs)
    {
        var waits = _waits!;
        var first = waits.MinBy(static wait => wait.Kind)!;
        if (first.Kind == WaitKind.Timer)
            return waits.MinBy(static wait => wait.DueAtMs)!.Describe(timeoutMs: null);

        // The named one says itself when it runs out. AGNT5 ends the run then, and must not for the sake of another that does.
        var nextDueAtMs = waits.Where(wait => wait != first).Min(static wait => wait.DueAtMs);
        return first.Describe(nextDueAtMs is { } dueAtMs ? Math.Max(0, dueAtMs - nowMs) : null);
    }
}
