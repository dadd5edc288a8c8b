using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Manifests.Comparison;

/// <summary>The values that a schema lists: <c>enum</c>, or <c>const</c>, which is a list of one.</summary>
internal static class SchemaValues
{
    private const int MostTold = 5;

    /// <summary>The values, or <see langword="null"/> where the schema lists none.</summary>
    public static IReadOnlyList<JsonElement>? Of(JsonElement schema)
    {
        if (schema.Member("enum").ValueKind == JsonValueKind.Array)
            return [.. schema.Items("enum")];
        return schema.Member("const") is { ValueKind: not JsonValueKind.Undefined } single ? [single] : null;
    }

    /// <summary>The values of one schema that another one does not list, in words; or <see langword="null"/> where there are none.</summary>
    public static string? FindMissing(JsonElement accepted, JsonElement by)
    {
        if (Of(by) is not { } listed)
            return null;
        if (Of(accepted) is not { } values)
            return "any value but the listed ones";
        var known = listed.Select(RelaxedJson.Of).ToHashSet(StringComparer.Ordinal);
        var missing = values.Select(RelaxedJson.Of).Where(value => !known.Contains(value)).ToArray();
        return missing.Length == 0 ? null : string.Join(", ", missing.Take(MostTold)) + (missing.Length > MostTold ? $" and {missing.Length - MostTold} more" : "");
    }
}
