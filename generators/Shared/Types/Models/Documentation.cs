namespace Agnt5.Shared;

/// <summary>The documentation of a declaration. Comments are kept as written, and those of referenced assemblies by their location; they are read when a description is needed.</summary>
/// <param name="Description">The text of a <c>[Description]</c>, which wins.</param>
/// <param name="Comments">The comments that may describe the declaration; the first that does counts.</param>
internal sealed record Documentation(string? Description, EquatableArray<DocumentationComment> Comments)
{
    public static readonly Documentation None = new(null, default);
}

/// <summary>One XML documentation comment.</summary>
internal sealed record DocumentationComment
{
    /// <summary>The comment, if the source is part of the compilation.</summary>
    public string? Xml { get; init; }

    /// <summary>The location of the comment, for a declaration in a referenced assembly.</summary>
    public DocumentationId? Id { get; init; }

    /// <summary>The parameter whose <c>&lt;param&gt;</c> is meant, or <see langword="null"/> for the <c>&lt;summary&gt;</c>.</summary>
    public string? Parameter { get; init; }

    /// <summary>The comments that <c>&lt;inheritdoc/&gt;</c> stands for.</summary>
    public EquatableArray<DocumentationComment> Inherited { get; init; }
}

/// <summary>A declaration in a referenced assembly.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Id">The documentation id: <c>P:Shop.Order.Id</c>.</param>
internal sealed record DocumentationId(string Assembly, string Id);
