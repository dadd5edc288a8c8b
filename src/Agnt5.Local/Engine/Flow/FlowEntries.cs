using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Agnt5.Local.Engine.Flow;

/// <summary>
/// Everything a key remembers, in the entries' order, and by run. A run has at most one entry in a key. A change costs O(log n) and leaves the older collection as it was.
/// </summary>
[CollectionBuilder(typeof(FlowEntries), nameof(Create))]
internal sealed class FlowEntries : IReadOnlyCollection<FlowEntry>
{
    public static readonly FlowEntries None = new([], ImmutableDictionary.Create<string, FlowEntry>(StringComparer.Ordinal), waiting: 0, holding: 0);

    private readonly ImmutableSortedSet<FlowEntry> _inOrder;
    private readonly ImmutableDictionary<string, FlowEntry> _byRun;

    private FlowEntries(ImmutableSortedSet<FlowEntry> inOrder, ImmutableDictionary<string, FlowEntry> byRun, int waiting, int holding)
    {
        _inOrder = inOrder;
        _byRun = byRun;
        Waiting = waiting;
        Holding = holding;
    }

    public int Count => _inOrder.Count;

    public bool IsEmpty => _inOrder.IsEmpty;

    /// <summary>How many runs wait in line.</summary>
    public int Waiting { get; }

    /// <summary>How many runs hold the key.</summary>
    public int Holding { get; }

    /// <summary>How many past starts are remembered.</summary>
    public int Passed => _inOrder.Count - Waiting - Holding;

    /// <summary>The run that is next in line, or <see langword="null"/>.</summary>
    public FlowEntry? Next => Waiting > 0 ? _inOrder[0] : null;

    /// <summary>The entries of a key as a store has them, in any order.</summary>
    public static FlowEntries Create(ReadOnlySpan<FlowEntry> entries)
    {
        var (inOrder, byRun) = (ImmutableSortedSet.CreateBuilder<FlowEntry>(), None._byRun.ToBuilder());
        var (waiting, holding) = (0, 0);
        foreach (var entry in entries)
        {
            if (!byRun.TryAdd(entry.RunId, entry) || !inOrder.Add(entry))
                continue;
            waiting += entry.Kind == FlowEntryKind.Waiting ? 1 : 0;
            holding += entry.Kind == FlowEntryKind.Holding ? 1 : 0;
        }

        return new(inOrder.ToImmutable(), byRun.ToImmutable(), waiting, holding);
    }

    /// <summary>The entry of a run, or <see langword="null"/>.</summary>
    public FlowEntry? Find(string runId) => _byRun.GetValueOrDefault(runId);

    /// <summary>A past start by its place, from 0, the earliest.</summary>
    public FlowEntry PassedAt(int index) => _inOrder[Waiting + Holding + index];

    /// <summary>Adds an entry of a run that has none.</summary>
    public FlowEntries Add(FlowEntry entry) => Changed(_inOrder.Add(entry), _byRun.Add(entry.RunId, entry), entry, by: 1);

    /// <summary>Removes an entry that is there.</summary>
    public FlowEntries Remove(FlowEntry entry) => Changed(_inOrder.Remove(entry), _byRun.Remove(entry.RunId), entry, by: -1);

    public IEnumerator<FlowEntry> GetEnumerator() => _inOrder.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private FlowEntries Changed(ImmutableSortedSet<FlowEntry> inOrder, ImmutableDictionary<string, FlowEntry> byRun, FlowEntry entry, int by) =>
        new(inOrder, byRun, Waiting + (entry.Kind == FlowEntryKind.Waiting ? by : 0), Holding + (entry.Kind == FlowEntryKind.Holding ? by : 0));
}
