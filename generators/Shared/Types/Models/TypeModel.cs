namespace Agnt5.Shared;

/// <summary>
/// A type as JSON sees it: the one model that metadata and schema are both written from, so that the two cannot disagree. Models refer to each other by
/// <see cref="Key"/>, so types may contain themselves.
/// </summary>
internal abstract record TypeModel
{
    /// <summary>The type with the nullability of its type arguments: <c>List&lt;string?&gt;</c> has another schema than <c>List&lt;string&gt;</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The type as generated code writes it.</summary>
    public required string CSharpName { get; init; }
}
