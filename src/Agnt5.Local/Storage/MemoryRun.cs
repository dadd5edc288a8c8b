using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Storage;

/// <summary>What <see cref="MemoryStore"/> has of one run.</summary>
internal sealed class MemoryRun
{
    public required RunState State { get; set; }

    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>The run's place in the order in which runs were accepted.</summary>
    public required long Number { get; init; }

    public List<JournalEntry> Journal { get; } = [];

    /// <summary>Entries behind a number, in order. A journal may be long, and is often read from near its end.</summary>
    public IReadOnlyList<JournalEntry> ReadJournal(long afterSequence, int limit)
    {
        var (first, end) = (0, Journal.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (Journal[middle].Sequence > afterSequence)
                end = middle;
            else
                first = middle + 1;
        }

        return Journal.GetRange(first, Math.Clamp(limit, 0, Journal.Count - first));
    }
}
