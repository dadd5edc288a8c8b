using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Manifests.Comparison;

/// <summary>The keywords of a schema that are bounds or other rules for a single value.</summary>
internal static class SchemaBounds
{
    private static readonly string[] Least = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] Most = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];

    // What is not looked into: another one may refuse what the first one accepted.
    private static readonly string[] Rules =
    [
        "pattern", "format", "multipleOf", "uniqueItems", "contentEncoding", "prefixItems", "contains", "minContains", "maxContains", "patternProperties", "propertyNames",
        "dependentRequired", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems", "allOf", "not", "if", "then", "else",
    ];

    /// <summary>The keywords by which one schema may refuse what another one accepts.</summary>
    /// <param name="accepted">The schema that accepts.</param>
    /// <param name="by">The schema that may refuse.</param>
    /// <param name="hasSameDefinitions">Whether references mean the same in both.</param>
    public static IEnumerable<string> FindStricter(JsonElement accepted, JsonElement by, bool hasSameDefinitions)
    {
        foreach (var name in Least)
            if (Number(by, name) is { } bound && !(Number(accepted, name) >= bound) && !(bound <= 0 && !name.EndsWith("imum", StringComparison.Ordinal)))
                yield return name;
        foreach (var name in Most)
            if (Number(by, name) is { } bound && !(Number(accepted, name) <= bound))
                yield return name;
        foreach (var name in Rules)
            if (by.Member(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.False) } rule && !IsSame(accepted.Member(name), rule, hasSameDefinitions))
                yield return name;
    }

    private static bool IsSame(JsonElement one, JsonElement other, bool hasSameDefinitions) =>
        one.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(one, other) && (hasSameDefinitions || !other.GetRawText().Contains("\"$ref\"", StringComparison.Ordinal));

    private static double? Number(JsonElement schema, string name) => schema.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;
}
