namespace Agnt5.Local.Engine.Flow;

/// <summary>A flow-control key as it is between two happenings. A key that nobody uses has no entries, and needs no place in a store.</summary>
internal sealed record KeyState
{
    public required FlowKey Key { get; init; }

    /// <summary>The rule of the claim that came last: a new deployment may have another one.</summary>
    public int Limit { get; init; }

    /// <summary>The window of the claim that came last, in ms.</summary>
    public long WindowMs { get; init; }

    /// <summary>Who waits, holds and has passed, in the entries' order.</summary>
    public FlowEntries Entries { get; init; } = FlowEntries.None;

    /// <summary>The last entry's number. Numbers are never given twice while the key has entries.</summary>
    public long LastNumber { get; init; }

    /// <summary>When the key wants to be told the time, Unix ms, or <see langword="null"/>.</summary>
    public long? WakeAtMs { get; init; }
}
