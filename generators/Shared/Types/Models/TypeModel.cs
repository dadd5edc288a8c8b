namespace Agnt5.Shared;

/// <summary>
/// A type as JSON sees it. Metadata and schema are both written from this model, so that they cannot disagree. Models refer to each other by
/// <see cref="Key"/>, so types may contain themselves.
/// </summary>
internal abstract record TypeModel
{
    /// <summary>
    /// The type with the nullability of its type arguments, the names of its tuple elements, and the context whose rules it is read by: each of them
    /// may make another schema of one C# type.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The type as generated code writes it.</summary>
    public required string CSharpName { get; init; }

    /// <summary>Which metadata is written for the type.</summary>
    public MetadataKind Metadata { get; init; } = MetadataKind.Own;
}

/// <summary>Which metadata is written for a type. Where one C# type has several models, the metadata of the first kind counts.</summary>
internal enum MetadataKind
{
    /// <summary>As the model says.</summary>
    Own,

    /// <summary>As the model says, if no other model of the type says more: a member uses the type with its own converter.</summary>
    Fallback,

    /// <summary>None: the type occurs inside one that a <c>JsonSerializerContext</c> of the project reads and writes.</summary>
    None,
}
