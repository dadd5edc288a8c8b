namespace Agnt5.Shared;

/// <summary>A JSON array of one item type, or a JSON object of one value type under any names.</summary>
internal sealed record CollectionModel : TypeModel
{
    /// <summary>The comparer of <see cref="Hashed"/> in <see cref="Creation"/>.</summary>
    public const string Keys = "{keys}";

    public required CollectionShape Shape { get; init; }

    public required TypeUse Item { get; init; }

    /// <summary>The type of a dictionary's keys.</summary>
    public TypeUse? KeyType { get; init; }

    /// <summary>The expression that constructs the collection: an empty one, or one of all <c>items</c>. <see langword="null"/> when the factory knows, or when the type is only written.</summary>
    public string? Creation { get; init; }

    /// <summary>The type whose values the collection hashes, where a caller could choose values that collide: its items, or its keys.</summary>
    public TypeUse? Hashed { get; init; }

    public bool IsDictionary => KeyType is not null;
}

/// <summary>The kinds of collections with metadata. The members are named like the methods of the run time that create it.</summary>
internal enum CollectionShape
{
    Array,
    List,
    IList,
    ICollection,
    IReadOnlyList,
    IReadOnlyCollection,
    IEnumerable,
    ISet,
    Memory,
    ReadOnlyMemory,

    /// <summary>Constructed empty and filled item by item.</summary>
    Filled,

    /// <summary>Constructed from all items at once.</summary>
    Built,

    /// <summary>Only written.</summary>
    Written,

    Dictionary,
    IDictionary,
    IReadOnlyDictionary,
    ConcurrentDictionary,

    /// <summary>Constructed empty and filled entry by entry.</summary>
    FilledDictionary,

    /// <summary>Constructed from all entries at once.</summary>
    BuiltDictionary,

    /// <summary>Only written.</summary>
    WrittenDictionary,
}
