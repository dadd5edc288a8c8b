namespace Agnt5.Shared;

/// <summary>The classes that a value of a type may be of, and how JSON tells which.</summary>
internal sealed record PolymorphismModel
{
    /// <summary>The member that tells the class.</summary>
    public required string Discriminator { get; init; }

    public required EquatableArray<DerivedTypeModel> DerivedTypes { get; init; }

    /// <summary>Whether a discriminator that is not declared means the type itself.</summary>
    public required bool IgnoresUnknownDiscriminators { get; init; }

    /// <summary>The value of <c>JsonUnknownDerivedTypeHandling</c>: what becomes of a value of a class that is not declared.</summary>
    public required int UnknownDerivedTypes { get; init; }
}

/// <summary>One class that a value may be of.</summary>
/// <param name="Discriminator">What tells it: a text or a number as JSON, which is C# as well; or <see langword="null"/> when it is only written.</param>
internal sealed record DerivedTypeModel(TypeUse Type, string? Discriminator);
