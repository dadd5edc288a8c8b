namespace Agnt5.Shared;

/// <summary>What the source says about a declaration. The XML is kept as it was written and read where a description is needed.</summary>
/// <param name="Description">The text of a <c>[Description]</c>, which wins.</param>
/// <param name="Xml">The XML documentation comment.</param>
/// <param name="Parameter">The parameter whose <c>&lt;param&gt;</c> is meant, or <see langword="null"/> for the <c>&lt;summary&gt;</c>.</param>
internal sealed record Documentation(string? Description, string? Xml, string? Parameter = null)
{
    public static readonly Documentation None = new(null, null);
}
