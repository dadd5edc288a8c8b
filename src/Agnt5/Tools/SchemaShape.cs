using System.Text.Json;

namespace Agnt5.Tools;

/// <summary>Answers questions about a JSON Schema.</summary>
internal static class SchemaShape
{
    private static readonly string[] Unions = ["anyOf", "oneOf", "allOf"];
    private static readonly string[] Holders = ["properties", "items", "additionalProperties", "patternProperties", "prefixItems", .. Unions];

    /// <summary>Whether its values are objects, or objects and null.</summary>
    public static bool IsOfObject(JsonElement schema) => schema.TryGetProperty("type"u8, out var type) && type.ValueKind switch
    {
        JsonValueKind.String => type.ValueEquals("object"u8),
        JsonValueKind.Array => type.EnumerateArray().All(static name => Is(name, "object"u8) || Is(name, "null"u8)) && type.EnumerateArray().Any(static name => Is(name, "object"u8)),
        _ => false,
    };

    /// <summary>Whether it is an object that providers take at the root: not null, and described by its members alone.</summary>
    public static bool IsPlainObject(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
        && schema.TryGetProperty("type"u8, out var type) && Is(type, "object"u8)
        && !schema.TryGetProperty("$ref"u8, out _)
        && !Unions.Any(union => schema.TryGetProperty(union, out _));

    public static bool MayBeNull(JsonElement schema) =>
        schema.TryGetProperty("type"u8, out var type) && type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(static name => Is(name, "null"u8));

    /// <summary>Whether a branch of a union says by itself what its values are.</summary>
    public static bool SaysWhatItIs(JsonElement branch) =>
        branch.ValueKind != JsonValueKind.Object
        || branch.TryGetProperty("type"u8, out _) || branch.TryGetProperty("$ref"u8, out _) || branch.TryGetProperty("const"u8, out _) || branch.TryGetProperty("enum"u8, out _);

    /// <summary>Whether there are schemas below it.</summary>
    public static bool HoldsSchemas(JsonElement schema) => Holders.Any(name => schema.TryGetProperty(name, out var held) && held.ValueKind is JsonValueKind.Object or JsonValueKind.Array);

    /// <summary>Whether references point to a place in the schema, and not to a definition. No part of such a schema may move.</summary>
    public static bool PointsIntoItself(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().Any(static member =>
            (member.NameEquals("$ref"u8) && member.Value.ValueKind == JsonValueKind.String && IsPlace(member.Value.GetString()!)) || PointsIntoItself(member.Value)),
        JsonValueKind.Array => schema.EnumerateArray().Any(PointsIntoItself),
        _ => false,
    };

    /// <summary>A reference, once the root that it starts from has become a property of a new root.</summary>
    public static string Below(string property, string reference) => IsPlace(reference) ? $"#/properties/{property}{reference[1..]}" : reference;

    public static bool TryGetObject(JsonElement schema, ReadOnlySpan<byte> name, out JsonElement value)
    {
        value = default;
        return schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object;
    }

    private static bool IsPlace(string reference) =>
        (reference == "#" || reference.StartsWith("#/", StringComparison.Ordinal)) && !reference.StartsWith("#/$defs/", StringComparison.Ordinal);

    private static bool Is(JsonElement name, ReadOnlySpan<byte> type) => name.ValueKind == JsonValueKind.String && name.ValueEquals(type);
}
