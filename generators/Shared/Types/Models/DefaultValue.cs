namespace Agnt5.Shared;

/// <summary>The default value of a C# parameter.</summary>
/// <param name="CSharp">The value as an expression.</param>
/// <param name="Json">The value as JSON, or <see langword="null"/> when a schema cannot express it.</param>
internal sealed record DefaultValue(string CSharp, string? Json);
