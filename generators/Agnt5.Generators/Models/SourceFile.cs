namespace Agnt5.Generators.Models;

/// <summary>A model that becomes a file of its own.</summary>
/// <param name="HintName">The file's name, which no other file has in any spelling.</param>
internal sealed record SourceFile<T>(string HintName, T Model);
