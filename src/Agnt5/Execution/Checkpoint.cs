namespace Agnt5.Execution;

/// <summary>
/// What a run has recorded (protocol section 6): the steps that came with the request, which are carried over unchanged, and those that this
/// slice adds. A slice touches it from its scheduler only.
/// </summary>
internal sealed class Checkpoint
{
    private const int NamedKeys = 5;

    private OrderedDictionary<string, ReadOnlyMemory<byte>>? _steps;
    private HashSet<string>? _unused;
    private bool? _hasReservedRecords;

    /// <param name="recorded">The steps that came with the request.</param>
    public Checkpoint(OrderedDictionary<string, ReadOnlyMemory<byte>>? recorded)
    {
        _steps = recorded;
        WasGiven = recorded is { Count: > 0 };
    }

    /// <summary>Whether the request came with recorded steps.</summary>
    public bool WasGiven { get; }

    /// <summary>Whether the request came with records of the SDK's own, besides steps.</summary>
    public bool HasReservedRecords => _hasReservedRecords ??= _steps?.Keys.Any(DurableKey.IsReserved) ?? false;

    /// <summary>Everything that is recorded now, in the order in which it was.</summary>
    public OrderedDictionary<string, ReadOnlyMemory<byte>>? Steps => _steps;

    /// <summary>Finds what was recorded under a key, and counts the key as used.</summary>
    public bool TryGet(string key, out ReadOnlyMemory<byte> json)
    {
        json = default;
        if (_steps is null || !_steps.TryGetValue(key, out json))
            return false;

        Unused.Remove(key);
        return true;
    }

    /// <summary>Adds a record, or replaces it.</summary>
    public void Record(string key, ReadOnlyMemory<byte> json) => (_steps ??= new OrderedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal))[key] = json;

    public void Remove(string key) => _steps?.Remove(key);

    /// <summary>The first recorded keys that this code has not asked for, or <see langword="null"/> when it has asked for all.</summary>
    public string? DescribeUnused() => WasGiven && Unused.Count > 0 ? string.Join(", ", Unused.Take(NamedKeys)) : null;

    // Built when it is first needed, which is before anything is recorded: a function carries its checkpoint over without asking for any key.
    private HashSet<string> Unused => _unused ??= [.. _steps?.Keys.Where(static key => !DurableKey.IsReserved(key)) ?? []];
}
