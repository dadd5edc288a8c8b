using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Manifests.Comparison;

/// <summary>The kinds of values that a JSON Schema tells apart.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    Integer = 16,
    Fraction = 32,
    String = 64,
    All = Null | Boolean | Object | Array | Integer | Fraction | String,
}

/// <summary>Finds the kinds of a schema.</summary>
internal static class JsonKindsReader
{
    private static readonly (JsonKinds Kind, string Name)[] Names =
    [
        (JsonKinds.Null, "null"), (JsonKinds.Boolean, "bool"), (JsonKinds.Object, "object"), (JsonKinds.Array, "list"), (JsonKinds.Integer | JsonKinds.Fraction, "number"),
        (JsonKinds.Integer, "whole number"), (JsonKinds.Fraction, "fraction"), (JsonKinds.String, "text"),
    ];

    /// <summary>The kinds of the values that a schema accepts.</summary>
    public static JsonKinds Of(JsonElement schema)
    {
        var type = schema.Member("type");
        if (type.ValueKind == JsonValueKind.String)
            return OfName(type.GetString());
        if (type.ValueKind == JsonValueKind.Array)
            return schema.Items("type").Aggregate(JsonKinds.None, static (kinds, name) => kinds | (name.ValueKind == JsonValueKind.String ? OfName(name.GetString()) : JsonKinds.All));
        return SchemaValues.Of(schema) is { } values ? values.Aggregate(JsonKinds.None, static (kinds, value) => kinds | OfValue(value)) : JsonKinds.All;
    }

    /// <summary>The single kinds. Whole numbers and fractions stand together where both are there.</summary>
    public static IEnumerable<JsonKinds> Split(JsonKinds kinds)
    {
        foreach (var (kind, _) in Names)
        {
            if ((kinds & kind) != kind)
                continue;
            yield return kind;
            kinds &= ~kind;
        }
    }

    /// <summary>The kinds in words.</summary>
    public static string Text(JsonKinds kinds) => string.Join(" or ", Split(kinds).Select(static kind => Array.Find(Names, known => known.Kind == kind).Name));

    private static JsonKinds OfName(string? name) => name switch
    {
        "null" => JsonKinds.Null,
        "boolean" => JsonKinds.Boolean,
        "object" => JsonKinds.Object,
        "array" => JsonKinds.Array,
        "integer" => JsonKinds.Integer,
        "number" => JsonKinds.Integer | JsonKinds.Fraction,
        "string" => JsonKinds.String,
        _ => JsonKinds.All,
    };

    private static JsonKinds OfValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => JsonKinds.Null,
        JsonValueKind.True or JsonValueKind.False => JsonKinds.Boolean,
        JsonValueKind.Object => JsonKinds.Object,
        JsonValueKind.Array => JsonKinds.Array,
        JsonValueKind.String => JsonKinds.String,
        _ => value.TryGetInt64(out _) ? JsonKinds.Integer : JsonKinds.Integer | JsonKinds.Fraction,
    };
}
