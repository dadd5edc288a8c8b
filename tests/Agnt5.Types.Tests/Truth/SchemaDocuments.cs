using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Agnt5.Types.Tests.Truth;

/// <summary>Makes documents that a schema accepts. The same seed makes the same documents.</summary>
internal sealed class SchemaDocuments(JsonObject root, int seed)
{
    private const int MaxDepth = 6;

    private static readonly string[] Texts =
    [
        "", "a", "A1", "text", "é", "字", "two words", "1", "-7", "1.5", "00:00:00", "1.02:03:04", "-23:59:59.9999999", "1.2", "1.2.3.4", "true", "2026-09-01", "AB-12",
        "ada@example.com", "https://example.com/", "aaaaaaaaaaaaaaaaaaaa", "0f8fad5b-d9cb-469f-a165-70867728950e",
    ];

    private readonly Random _random = new(seed);

    public JsonNode? Create() => Create(root, depth: 0);

    private JsonNode? Create(JsonObject schema, int depth)
    {
        schema = Flatten(schema);
        if (schema["const"] is { } constant)
            return constant.DeepClone();
        if (schema["enum"] is JsonArray names)
            return Pick(depth == 0 ? names.Where(static name => name is not null) : names)?.DeepClone();
        return TypeOf(schema, depth) switch
        {
            "null" => null,
            "object" => CreateObject(schema, depth),
            "array" => CreateArray(schema, depth),
            "string" => CreateText(schema),
            "boolean" => _random.Next(2) == 0,
            "integer" => JsonNode.Parse(CreateInteger(schema).ToString(CultureInfo.InvariantCulture)),
            _ => CreateNumber(schema),
        };
    }

    /// <summary>References resolved, and one of the alternatives chosen.</summary>
    private JsonObject Flatten(JsonObject schema)
    {
        var flat = new JsonObject();
        if ((string?)schema["$ref"] is { } reference)
            Add(Flatten(SchemaValidator.Follow(reference, root)), flat);
        if (schema["anyOf"] is JsonArray alternatives)
            Add(Flatten(Pick(alternatives)!.AsObject()), flat);
        foreach (var part in schema["allOf"] as JsonArray ?? [])
            Add(Flatten(part!.AsObject()), flat);
        Add(schema, flat);
        return flat;
    }

    private static void Add(JsonObject schema, JsonObject flat)
    {
        foreach (var (word, argument) in schema)
        {
            if (word == "properties" && flat["properties"] is JsonObject properties)
                Add(argument!.AsObject(), properties);
            else if (word == "required" && flat["required"] is JsonArray required)
                flat["required"] = new JsonArray([.. required.Concat(argument!.AsArray()).Select(static name => name!.DeepClone())]);
            else if (word is not ("$ref" or "anyOf" or "allOf" or "$defs"))
                flat[word] = argument?.DeepClone();
        }
    }

    // A null input counts as absent, so the document itself is never null.
    private string TypeOf(JsonObject schema, int depth)
    {
        if (schema["type"] is JsonValue only)
            return (string)only!;
        var types = (schema["type"] as JsonArray)?.Select(static type => (string)type!) ?? ["null", "boolean", "string", "number", "integer"];
        if (depth >= MaxDepth && types.Contains("null"))
            return "null";
        return Pick(depth == 0 ? types.Where(static type => type != "null") : types)!;
    }

    private JsonObject CreateObject(JsonObject schema, int depth)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(static name => (string)name!).ToHashSet();
        var properties = (schema["properties"] as JsonObject ?? []).ToArray();
        _random.Shuffle(properties);
        var members = new JsonObject();
        foreach (var (name, property) in properties)
            if (required.Contains(name) || (depth < MaxDepth && _random.Next(3) > 0))
                members[name] = Create(property!.AsObject(), depth + 1);

        // Additional members, where the schema allows any.
        var least = (int?)schema["minProperties"] ?? 0;
        var others = schema["additionalProperties"] is JsonValue closed && !(bool)closed || depth >= MaxDepth ? least : least + _random.Next(3);
        for (others = Math.Min(others, (int?)schema["maxProperties"] ?? int.MaxValue); others > 0 || members.Count < least; others--)
            if (NewName(schema) is { } name && !properties.Any(property => property.Key == name) && !members.ContainsKey(name))
                members[name] = Create(schema["additionalProperties"] as JsonObject ?? [], depth + 1);
        return members;
    }

    private string? NewName(JsonObject schema) => schema["propertyNames"] is JsonObject names ? CreateName(names) : $"other{_random.Next(10)}";

    private string CreateName(JsonObject names) => names["enum"] is JsonArray allowed ? (string)Pick(allowed)! : CreateText(names);

    private JsonArray CreateArray(JsonObject schema, int depth)
    {
        var least = (int?)schema["minItems"] ?? 0;
        var count = depth >= MaxDepth ? least : Math.Min((int?)schema["maxItems"] ?? int.MaxValue, least + _random.Next(3));
        return new JsonArray([.. Enumerable.Range(0, count).Select(_ => Create(schema["items"] as JsonObject ?? [], depth + 1))]);
    }

    private string CreateText(JsonObject schema)
    {
        if ((string?)schema["format"] is { } format)
            return Pick(TextsOf(format))!;
        // Never empty: limits of bytes are enforced, and a schema has no words for them.
        if (schema.ContainsKey("contentEncoding"))
            return Convert.ToBase64String(Encoding.UTF8.GetBytes(Pick(Texts.Where(static text => text.Length > 0))!));

        var (least, most) = ((int?)schema["minLength"] ?? 0, (int?)schema["maxLength"] ?? int.MaxValue);
        var fitting = Texts.Concat(Names(schema)).Append(new string('x', least)).Where(text => SchemaValidator.Validate(text, Plain(schema)).Count == 0).ToArray();
        return fitting.Length > 0 ? Pick(fitting)! : throw new InvalidOperationException($"No text is known that fits {schema.ToJsonString()} ({least} to {most}).");
    }

    /// <summary>The names in a pattern that lists names, such as the pattern of flags.</summary>
    private static IEnumerable<string> Names(JsonObject schema) =>
        (string?)schema["pattern"] is { } pattern ? Regex.Matches(pattern, "\\w+").Select(static match => match.Value) : [];

    private static JsonObject Plain(JsonObject schema) =>
        new(schema.Where(static pair => pair.Key is "pattern" or "minLength" or "maxLength" or "not").Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    private static string[] TextsOf(string format) => format switch
    {
        "uuid" => ["0f8fad5b-d9cb-469f-a165-70867728950e", "00000000-0000-0000-0000-000000000000"],
        "date-time" => ["2026-09-01T12:30:00Z", "2026-09-01T12:30:00.1234567+02:00", "0001-01-01T00:00:00Z", "2026-09-01t12:30:00z", "2026-09-01T12:30:00.12345678901234567890Z"],
        "date" => ["2026-09-01", "0001-01-01", "9999-12-31"],
        "uri-reference" => ["https://example.com/a?b#c", "a/b", ""],
        "uri" => ["https://example.com/a?b#c", "http://localhost/"],
        "email" => ["ada@example.com"],
        _ => throw new InvalidOperationException($"No text of format {format} is known."),
    };

    private BigInteger CreateInteger(JsonObject schema)
    {
        var least = schema["minimum"] is { } minimum ? BigInteger.Parse(minimum.ToJsonString(), CultureInfo.InvariantCulture) : -1_000_000;
        var most = schema["maximum"] is { } maximum ? BigInteger.Parse(maximum.ToJsonString(), CultureInfo.InvariantCulture) : 1_000_000;
        return _random.Next(4) switch { 0 => least, 1 => most, _ => least + (most - least) * _random.Next(1000) / 1000 };
    }

    private JsonNode CreateNumber(JsonObject schema)
    {
        var fitting = new[] { "0", "1", "-1", "0.5", "-12.25", "1e3", "12345.678", "2.5", "50", "99.5" }.Select(static text => JsonNode.Parse(text)!)
            .Where(number => SchemaValidator.Validate(number, schema).Count == 0).ToArray();
        return fitting.Length > 0 ? Pick(fitting)! : schema["minimum"]!.DeepClone();
    }

    private T? Pick<T>(IEnumerable<T?> values)
    {
        var all = values.ToArray();
        return all[_random.Next(all.Length)];
    }
}
