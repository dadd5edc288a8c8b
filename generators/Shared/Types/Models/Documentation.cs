namespace Agnt5.Shared;

/// <summary>What is said about a declaration. Comments are kept as they were written, and those of referenced assemblies by where they are; they are read where a description is needed.</summary>
/// <param name="Description">The text of a <c>[Description]</c>, which wins.</param>
/// <param name="Comments">The comments that may describe the declaration; the first that does counts.</param>
internal sealed record Documentation(string? Description, EquatableArray<DocumentationComment> Comments)
{
    public static readonly Documentation None = new(null, default);
}

/// <summary>One XML documentation comment.</summary>
internal sealed record DocumentationComment
{
    /// <summary>The comment, where the source was compiled too.</summary>
    public string? Xml { get; init; }

    /// <summary>Where the comment is, for what a referenced assembly declares.</summary>
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
