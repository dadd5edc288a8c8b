using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>The open waits of a slice, in call order.</summary>
internal sealed class PendingWaits
{
    // The place of a wait that has ended stays empty until nothing waits, so that no wait moves. The first wait creates both lists: most slices wait for nothing.
    private List<IDurableWait?>? _waits;
    private PriorityQueue<int, (long DueAtMs, int Place)>? _due;
    private int _count;

    public bool IsEmpty => _count == 0;

    /// <summary>When the next wait comes due, in Unix ms.</summary>
    public long? NextDueAtMs
    {
        get
        {
            while (_due is not null && _due.TryPeek(out var place, out var next))
            {
                if (_waits![place] is not null)
                    return next.DueAtMs;
                _due.Dequeue();
            }

            return null;
        }
    }

    public void Add(IDurableWait wait)
    {
        wait.Place = (_waits ??= []).Count;
        _waits.Add(wait);
        _count++;
        if (wait.DueAtMs is { } dueAtMs)
            (_due ??= new PriorityQueue<int, (long DueAtMs, int Place)>()).Enqueue(wait.Place, (dueAtMs, wait.Place));
    }

    /// <returns>Whether the wait was open.</returns>
    public bool Remove(IDurableWait wait)
    {
        if (_waits is null || wait.Place >= _waits.Count || !ReferenceEquals(_waits[wait.Place], wait))
            return false;

        _waits[wait.Place] = null;
        if (--_count == 0)
        {
            _waits.Clear();
            _due?.Clear();
        }

        return true;
    }

    /// <summary>Ends the waits whose time has come, earliest first.</summary>
    /// <returns>Whether a wait was due.</returns>
    public bool ComeDue(long nowMs)
    {
        var wasDue = false;
        while (NextDueAtMs <= nowMs)
        {
            var wait = _waits![_due!.Dequeue()]!;
            Remove(wait);
            wait.ComeDue();
            wasDue = true;
        }

        return wasDue;
    }

    /// <summary>The wait that a response names: the first question in call order, else the first signal, else the earliest timer.</summary>
    public Suspension Describe(long nowMs)
    {
        IDurableWait[] waits = [.. _waits!.OfType<IDurableWait>()];
        var first = waits.MinBy(static wait => wait.Kind)!;
        if (first.Kind == WaitKind.Timer)
            return waits.MinBy(static wait => wait.DueAtMs)!.Describe(timeoutMs: null);

        // The named wait tells its own timeout itself. AGNT5 ends the run at that timeout, and must not do so for the timeout of another wait.
        var nextDueAtMs = waits.Where(wait => wait != first).Min(static wait => wait.DueAtMs);
        return first.Describe(nextDueAtMs is { } dueAtMs ? Math.Max(0, dueAtMs - nowMs) : null);
    }
}
