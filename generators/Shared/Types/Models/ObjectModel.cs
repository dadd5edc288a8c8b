namespace Agnt5.Shared;

/// <summary>A class, record, struct or interface: in JSON an object of its members.</summary>
internal sealed record ObjectModel : TypeModel
{
    /// <summary>The type as part of the names that are generated for it. No other type has the same.</summary>
    public required string Identifier { get; init; }

    /// <summary>The type's own name, for people: <c>Order</c>, <c>PageOfOrder</c>.</summary>
    public required string SimpleName { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>How an instance comes to be, or <see langword="null"/> when the type can only be written.</summary>
    public required ConstructionModel? Construction { get; init; }

    public required EquatableArray<MemberModel> Members { get; init; }

    public required Documentation Documentation { get; init; }
}
