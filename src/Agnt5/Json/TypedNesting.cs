using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json;

/// <summary>
/// Finds how deep the values of self-containing types stand in a document, before the document is bound. Where it cannot know the type of a part, it
/// counts everything that nests there as such values.
/// </summary>
internal static class TypedNesting
{
    public static bool IsWithinBound(JsonElement document, JsonTypeInfo type) => IsWithinBound(document, [type], depth: 1);

    // Follows all candidate types of a value at once. One type after the other would visit each level again for every type.
    private static bool IsWithinBound(JsonElement value, IEnumerable<JsonTypeInfo> types, int depth)
    {
        var candidates = types.Select(JsonNesting.Described).Where(JsonNesting.ContainsItself).SelectMany(JsonNesting.Variants).ToHashSet();
        if (candidates.Count == 0 || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return true;
        if (depth > GeneratedJson.TypedDepth)
            return false;
        if (candidates.Any(type => !IsReadAs(type, value.ValueKind)))
            return Levels(value) <= GeneratedJson.TypedDepth - depth + 1;

        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().All(item => IsWithinBound(item, candidates.Select(Elements), depth + 1))
            : value.EnumerateObject().All(property => AreWithinBound(property, candidates, depth));
    }

    private static bool AreWithinBound(JsonProperty property, HashSet<JsonTypeInfo> types, int depth)
    {
        var members = types.Where(static type => type.Kind == JsonTypeInfoKind.Object)
            .SelectMany(static type => type.Properties)
            .Where(member => member.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (members.Any(JsonNesting.IsOpaque) && Levels(property.Value) > GeneratedJson.TypedDepth - depth)
            return false;

        var values = types.Where(static type => type.Kind == JsonTypeInfoKind.Dictionary).Select(Elements);
        return IsWithinBound(property.Value, [.. members.Select(static member => member.Options.GetTypeInfo(member.PropertyType)), .. values], depth + 1);
    }

    private static bool IsReadAs(JsonTypeInfo type, JsonValueKind kind) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => kind == JsonValueKind.Object,
        JsonTypeInfoKind.Enumerable => kind == JsonValueKind.Array,
        _ => false,
    };

    private static JsonTypeInfo Elements(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);

    // Without recursion, because here the document may nest to any depth.
    private static int Levels(JsonElement value)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value), JsonNesting.Reading);
        var levels = 0;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                levels = Math.Max(levels, reader.CurrentDepth + 1);
        }

        return levels;
    }
}
