namespace Agnt5.Generators.Tests.Documentation;

/// <summary>A heading of a page.</summary>
/// <param name="Level">1 for the page's title.</param>
/// <param name="Title">Its text.</param>
/// <param name="Anchor">What a link to it ends in, after the <c>#</c>.</param>
internal sealed record MarkdownHeading(int Level, string Title, string Anchor);
