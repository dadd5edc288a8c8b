using System.Text.Json.Nodes;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>Reduces a JSON Schema to types, members, items and enum names.</summary>
internal static class SchemaShape
{
    private static readonly string[] Kept = ["type", "enum", "properties", "items", "additionalProperties", "$ref"];

    public static string Of(JsonNode schema) => Reduce(schema).ToJsonString();

    private static JsonNode Reduce(JsonNode schema)
    {
        if (schema is not JsonObject keywords)
            return new JsonObject();

        // "anyOf" is how a reference says that it may be null.
        if (keywords["anyOf"] is JsonArray alternatives)
            return Reduce(alternatives[0]!);

        var shape = new JsonObject();
        foreach (var keyword in Kept)
        {
            if (keywords[keyword] is { } value && Reduce(keyword, value) is { } reduced)
                shape[keyword] = reduced;
        }

        if (shape.ContainsKey("enum"))
            shape["type"] = "string";
        return new JsonObject(shape.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
    }

    private static JsonNode? Reduce(string keyword, JsonNode value) => keyword switch
    {
        "type" when value is JsonArray types => types.Select(static type => (string?)type).Single(static type => type != "null"),
        "enum" => new JsonArray([.. value.AsArray().Where(static name => name is not null).Select(static name => name!.DeepClone())]),
        "properties" => new JsonObject(value.AsObject().Select(static member => KeyValuePair.Create(member.Key, (JsonNode?)Reduce(member.Value!)))),
        "items" or "additionalProperties" => Reduce(value),
        _ => value.DeepClone(),
    };
}
