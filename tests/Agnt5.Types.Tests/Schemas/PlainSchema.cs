using System.Globalization;
using System.Text.Json.Nodes;

namespace Agnt5.Types.Tests.Schemas;

/// <summary>
/// A schema in one normal form: references are replaced by their targets and the words next to them, and "anyOf with null" becomes a type that includes null. The rest
/// is unchanged.
/// </summary>
/// <param name="Words">The words, with the values that the document has.</param>
/// <param name="Source">The schema that the reference led to.</param>
internal sealed record PlainSchema(Dictionary<string, JsonNode?> Words, JsonObject Source)
{
    /// <summary>The C# type, where it is an object.</summary>
    public string? TypeName => (string?)Source[ExpectedSchema.TypeName];

    public static PlainSchema Of(JsonNode? node, JsonObject root)
    {
        var schema = node as JsonObject ?? throw new InvalidOperationException($"{node?.ToJsonString() ?? "Nothing"} is no schema.");
        var alternatives = schema["anyOf"] as JsonArray;
        var @null = alternatives?.FirstOrDefault(IsNull);
        var plain = (string?)schema["$ref"] is { } reference ? Of(Follow(reference, root), root)
            : @null is not null ? WithNull([.. alternatives!.Where(alternative => alternative != @null)], root)
            : new PlainSchema([], schema);
        foreach (var (word, value) in schema)
            if (word is not ("$ref" or "$defs" or ExpectedSchema.Absent or ExpectedSchema.TypeName) && !(word == "anyOf" && @null is not null) && !SaysNothing(word, value))
                plain.Words[word] = value;
        return plain;
    }

    private static PlainSchema WithNull(JsonNode?[] alternatives, JsonObject root)
    {
        if (alternatives is not [var only])
            return new PlainSchema(new() { ["anyOf"] = new JsonArray([.. alternatives.Select(static one => one?.DeepClone())]) }, []);

        var plain = Of(only, root);
        if (plain.Words.GetValueOrDefault("type") is { } type)
            plain.Words["type"] = new JsonArray([.. Items(type).Select(static one => one?.DeepClone()).Where(static one => (string?)one != "null"), "null"]);
        if (plain.Words.GetValueOrDefault("enum") is JsonArray names && !names.Any(static name => name is null))
            plain.Words["enum"] = new JsonArray([.. names.Select(static name => name?.DeepClone()), null]);
        return plain;
    }

    private static bool SaysNothing(string word, JsonNode? value) => word is "items" or "additionalProperties" && value is JsonObject { Count: 0 };

    private static IEnumerable<JsonNode?> Items(JsonNode value) => value as IEnumerable<JsonNode?> ?? [value];

    private static bool IsNull(JsonNode? schema) => schema is JsonObject { Count: 1 } && schema["type"] is JsonValue type && (string?)type == "null";

    private static JsonNode Follow(string reference, JsonObject root)
    {
        JsonNode node = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = (node is JsonArray array ? array[int.Parse(name, CultureInfo.InvariantCulture)] : node[name])
                ?? throw new InvalidOperationException($"The reference {reference} leads nowhere.");
        }

        return node;
    }
}
