namespace Agnt5.Shared;

/// <summary>A JSON array of one item type, or a JSON object of one value type with any names.</summary>
internal sealed record CollectionModel : TypeModel
{
    public required CollectionShape Shape { get; init; }

    public required TypeUse Item { get; init; }

    public bool IsDictionary => Shape is CollectionShape.Dictionary or CollectionShape.IDictionary or CollectionShape.IReadOnlyDictionary;
}

/// <summary>The collection types that metadata can be created for. The members are named like the methods of the run time that do.</summary>
internal enum CollectionShape
{
    Array,
    List,
    IList,
    ICollection,
    IReadOnlyList,
    IReadOnlyCollection,
    IEnumerable,
    Dictionary,
    IDictionary,
    IReadOnlyDictionary,
}
