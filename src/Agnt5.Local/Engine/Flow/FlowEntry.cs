namespace Agnt5.Local.Engine.Flow;

/// <summary>What a key remembers of a run.</summary>
internal enum FlowEntryKind
{
    /// <summary>The run waits in line.</summary>
    Waiting,

    /// <summary>The run holds the key.</summary>
    Holding,

    /// <summary>A run passed at this time. These have no priority, so that they are in the order of their times.</summary>
    Passed,
}

/// <summary>One entry of a key. Entries of one kind are ordered by priority, highest first, then by number.</summary>
/// <param name="Kind">What it remembers.</param>
/// <param name="Number">The entry's number in its key, from 1, in the order in which they came.</param>
/// <param name="Priority">The run's priority.</param>
/// <param name="RunId">The run.</param>
/// <param name="AtMs">When it came or passed, Unix ms.</param>
internal sealed record FlowEntry(FlowEntryKind Kind, long Number, int Priority, string RunId, long AtMs) : IComparable<FlowEntry>
{
    public int CompareTo(FlowEntry? other)
    {
        if (other is null)
            return 1;
        if (Kind != other.Kind)
            return Kind.CompareTo(other.Kind);
        return Priority != other.Priority ? other.Priority.CompareTo(Priority) : Number.CompareTo(other.Number);
    }
}
