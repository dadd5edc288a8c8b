namespace Agnt5.Generators.Models;

/// <summary>A type that a model's answer is read as.</summary>
/// <param name="CSharpName">The type as generated code writes it.</param>
/// <param name="Schema">The JSON Schema of the documents that are read as the type.</param>
internal sealed record AnswerModel(string CSharpName, string Schema);
