namespace Agnt5.Shared;

/// <summary>A class, record, struct, tuple or interface: in JSON an object of its members.</summary>
internal sealed record ObjectModel : TypeModel
{
    /// <summary>The type as part of the names that are generated for it. No other type has the same.</summary>
    public required string Identifier { get; init; }

    /// <summary>The type's own name, for people: <c>Order</c>, <c>PageOfOrder</c>.</summary>
    public required string SimpleName { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>Whether no value has this type itself: an abstract class or an interface.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>The construction of an instance, or <see langword="null"/> when the type can only be written.</summary>
    public required ConstructionModel? Construction { get; init; }

    /// <summary>The members in the order in which they are written.</summary>
    public required EquatableArray<MemberModel> Members { get; init; }

    public required Documentation Documentation { get; init; }

    /// <summary>The derived types that are declared, if any are.</summary>
    public PolymorphismModel? Polymorphism { get; init; }

    /// <summary>How the type's numbers are read and written: the value of a <c>JsonNumberHandling</c> that was declared.</summary>
    public int? NumberHandling { get; init; }

    /// <summary>Whether a document with members that the type does not have is refused.</summary>
    public bool RefusesUnknownMembers { get; init; }

    /// <summary>Whether the members' values are filled rather than replaced, where that was declared.</summary>
    public bool PopulatesMembers { get; init; }
}
