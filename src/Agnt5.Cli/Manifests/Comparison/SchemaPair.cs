using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Manifests.Comparison;

/// <summary>Two schemas for the same place of a value.</summary>
/// <param name="Accepting">The one whose values are looked at.</param>
/// <param name="Refusing">The one that may refuse them.</param>
/// <param name="Path">The place.</param>
/// <param name="Kinds">The kinds of values that can come there.</param>
/// <param name="Level">How deep the place is.</param>
internal readonly record struct SchemaPair(JsonElement Accepting, JsonElement Refusing, string Path, JsonKinds Kinds, int Level)
{
    /// <summary>The alternatives of a schema, of which a value keeps to one.</summary>
    public static IReadOnlyList<JsonElement> Alternatives(JsonElement schema) => [.. schema.Items("anyOf"), .. schema.Items("oneOf")];
}
