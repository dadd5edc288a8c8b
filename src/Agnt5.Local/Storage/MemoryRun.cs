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
}
