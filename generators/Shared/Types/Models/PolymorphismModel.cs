namespace Agnt5.Shared;

/// <summary>The classes that a value of a type may have, and how JSON identifies the class.</summary>
internal sealed record PolymorphismModel
{
    /// <summary>The member that identifies the class.</summary>
    public required string Discriminator { get; init; }

    public required EquatableArray<DerivedTypeModel> DerivedTypes { get; init; }

    /// <summary>Whether a discriminator that is not declared means the type itself.</summary>
    public required bool IgnoresUnknownDiscriminators { get; init; }

    /// <summary>The value of <c>JsonUnknownDerivedTypeHandling</c>: the handling of a value whose class is not declared.</summary>
    public required int UnknownDerivedTypes { get; init; }
}

/// <summary>One class that a value may have.</summary>
/// <param name="Discriminator">Its discriminator: a text or a number as JSON, which is also C#; or <see langword="null"/> when the class is only written.</param>
internal sealed record DerivedTypeModel(TypeUse Type, string? Discriminator);
