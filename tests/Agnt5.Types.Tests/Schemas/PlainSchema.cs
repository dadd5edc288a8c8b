using System.Text.Json.Nodes;

namespace Agnt5.Types.Tests.Schemas;

/// <summary>
/// A schema without the freedom of writing: a reference is what it refers to, with the words beside it, and "anyOf with null" is a type that has null too. The rest
/// stays as it is.
/// </summary>
internal sealed record PlainSchema(JsonObject Words, JsonObject Source)
{
    public static PlainSchema Of(JsonNode? node, JsonObject root) => node switch
    {
        JsonObject schema => Of(schema, root),
        null => throw new InvalidOperationException("A schema is missing."),
        _ => new PlainSchema(new JsonObject { ["false"] = !node.GetValue<bool>() }, []),
    };

    private static PlainSchema Of(JsonObject schema, JsonObject root)
    {
        var (words, source) = (new JsonObject(), schema);
        if ((string?)schema["$ref"] is { } reference)
            (words, source) = Of(Follow(reference, root), root) is var target ? (target.Words, target.Source) : default;
        else if (schema["anyOf"] is JsonArray alternatives && alternatives.FirstOrDefault(IsNull) is { } @null)
            (words, source) = WithNull(alternatives.Where(alternative => alternative != @null).ToArray(), root);

        foreach (var (word, value) in schema)
            if (word is not ("$ref" or "$defs" or ExpectedSchema.Absent) && (word != "anyOf" || source == schema))
                words[word] = value?.DeepClone();
        return new PlainSchema(words, source);
    }

    private static (JsonObject Words, JsonObject Source) WithNull(JsonNode?[] alternatives, JsonObject root)
    {
        var plain = alternatives is [var only] ? Of(only, root) : new PlainSchema(new JsonObject { ["anyOf"] = new JsonArray([.. alternatives.Select(static one => one?.DeepClone())]) }, []);
        if (plain.Words["type"] is { } type)
            plain.Words["type"] = new JsonArray([.. Items(type).Select(static one => one?.DeepClone()).Where(static one => (string?)one != "null"), "null"]);
        if (plain.Words["enum"] is JsonArray names && !names.Any(static name => name is null))
            names.Add(null);
        return (plain.Words, plain.Source);
    }

    private static IEnumerable<JsonNode?> Items(JsonNode value) => value is JsonArray array ? array : [value];

    private static bool IsNull(JsonNode? schema) => schema is JsonObject { Count: 1 } && schema["type"] is JsonValue type && (string?)type == "null";

    private static JsonNode Follow(string reference, JsonObject root)
    {
        JsonNode node = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = (node is JsonArray array ? array[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : node[name])
                ?? throw new InvalidOperationException($"The reference {reference} leads nowhere.");
        }

        return node;
    }
}
