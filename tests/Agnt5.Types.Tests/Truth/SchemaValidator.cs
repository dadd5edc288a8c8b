using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Agnt5.Types.Tests.Truth;

/// <summary>Validates like a caller's JSON Schema library (draft 2020-12), for exactly the words that we write. "format" has no effect there by default.</summary>
internal sealed class SchemaValidator(JsonObject root)
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    private readonly List<SchemaFailure> _failures = [];
    private readonly List<SchemaFailure> _promises = [];

    /// <summary>The places where a document does not fit, or none.</summary>
    public static IReadOnlyList<SchemaFailure> Validate(JsonNode? document, JsonObject schema) => Validate(document, schema, out _);

    /// <param name="promises">Where the schema says what a validator does not hold a document to: formats, encodings, and numbers without a range.</param>
    public static IReadOnlyList<SchemaFailure> Validate(JsonNode? document, JsonObject schema, out IReadOnlyList<SchemaFailure> promises)
    {
        var validator = new SchemaValidator(schema);
        validator.Visit(document, schema, "$");
        promises = validator._promises;
        return validator._failures;
    }

    /// <summary>The schema that a reference stands for.</summary>
    public static JsonObject Follow(string reference, JsonObject root) =>
        reference.Split('/') is ["#", "$defs", var name] && root["$defs"]?[Uri.UnescapeDataString(name)] is JsonObject target
            ? target
            : throw new InvalidOperationException($"The reference {reference} leads nowhere.");

    private void Visit(JsonNode? value, JsonObject schema, string path)
    {
        if (value?.GetValueKind() == JsonValueKind.String && (schema.ContainsKey("format") || schema.ContainsKey("contentEncoding")))
            _promises.Add(new SchemaFailure(path, "format"));
        if (value?.GetValueKind() == JsonValueKind.Number && !schema.ContainsKey("maximum") && schema["type"] is { } type && type.ToJsonString().Contains("number", StringComparison.Ordinal))
            _promises.Add(new SchemaFailure(path, "number"));
        foreach (var (word, argument) in schema)
            if (!Fits(word, argument!, value, schema, path))
                _failures.Add(new SchemaFailure(path, word));
    }

    private bool Fits(string word, JsonNode argument, JsonNode? value, JsonObject schema, string path) => word switch
    {
        "$defs" or "description" or "default" or "format" or "contentEncoding" => true,
        "$ref" => Nested(value, Follow((string)argument!, root), path),
        "type" => (argument as JsonArray)?.Any(type => IsOf((string)type!, value)) ?? IsOf((string)argument!, value),
        "enum" => argument.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, value)),
        "const" => JsonNode.DeepEquals(argument, value),
        "not" => !FitsAlternative(value, argument.AsObject(), path),
        "anyOf" => argument.AsArray().Any(alternative => FitsAlternative(value, alternative!.AsObject(), path)),
        "allOf" => argument.AsArray().All(part => Nested(value, part!.AsObject(), path)),
        "minimum" => Number(value) is not { } number || number >= Number(argument),
        "maximum" => Number(value) is not { } number || number <= Number(argument),
        "exclusiveMinimum" => Number(value) is not { } number || number > Number(argument),
        "exclusiveMaximum" => Number(value) is not { } number || number < Number(argument),
        "minLength" => Text(value) is not { } text || text.EnumerateRunes().Count() >= (int)argument,
        "maxLength" => Text(value) is not { } text || text.EnumerateRunes().Count() <= (int)argument,
        "pattern" => Text(value) is not { } text || Patterns.GetOrAdd((string)argument!, static pattern => new Regex(pattern, RegexOptions.ECMAScript)).IsMatch(text),
        "minItems" => value is not JsonArray items || items.Count >= (int)argument,
        "maxItems" => value is not JsonArray items || items.Count <= (int)argument,
        "minProperties" => value is not JsonObject members || members.Count >= (int)argument,
        "maxProperties" => value is not JsonObject members || members.Count <= (int)argument,
        "items" => value is not JsonArray items || All(items.Select((item, index) => (item, $"{path}[{index}]")), argument),
        "properties" => value is not JsonObject members || Properties(members, argument.AsObject(), path),
        "required" => value is not JsonObject members || Required(members, argument.AsArray(), path),
        "additionalProperties" => value is not JsonObject members || Additional(members, argument, schema["properties"] as JsonObject ?? [], path),
        "propertyNames" => value is not JsonObject members || members.All(member => Nested(member.Key, argument.AsObject(), $"{path}.{member.Key}")),
        _ => throw new InvalidOperationException($"'{word}' at {path} is no word that our schemas are known to use."),
    };

    // Failures inside are reported at their own place.
    private bool Nested(JsonNode? value, JsonObject schema, string path)
    {
        Visit(value, schema, path);
        return true;
    }

    private bool FitsAlternative(JsonNode? value, JsonObject schema, string path)
    {
        var validator = new SchemaValidator(root);
        validator.Visit(value, schema, path);
        if (validator._failures.Count > 0)
            return false;
        _promises.AddRange(validator._promises);
        return true;
    }

    private bool All(IEnumerable<(JsonNode? Value, string Path)> values, JsonNode schema)
    {
        foreach (var (value, path) in values)
            Visit(value, schema.AsObject(), path);
        return true;
    }

    private bool Properties(JsonObject members, JsonObject properties, string path)
    {
        foreach (var (name, schema) in properties)
            if (members.TryGetPropertyValue(name, out var value))
                Visit(value, schema!.AsObject(), $"{path}.{name}");
        return true;
    }

    private bool Required(JsonObject members, JsonArray names, string path)
    {
        foreach (var name in names.Where(name => !members.ContainsKey((string)name!)))
            _failures.Add(new SchemaFailure($"{path}.{name}", "required"));
        return true;
    }

    private bool Additional(JsonObject members, JsonNode argument, JsonObject properties, string path)
    {
        var others = members.Where(member => !properties.ContainsKey(member.Key)).Select(member => (member.Value, Path: $"{path}.{member.Key}"));
        if (argument is JsonObject schema)
            return All(others, schema);
        if (!(bool)argument)
            _failures.AddRange(others.Select(static other => new SchemaFailure(other.Path, "additionalProperties")));
        return true;
    }

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && BigInteger.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => throw new InvalidOperationException($"'{type}' is no type."),
    };

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static ExactNumber? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? ExactNumber.Parse(value.ToJsonString()) : null;
}

/// <summary>A place where a document does not fit its schema.</summary>
internal sealed record SchemaFailure(string Path, string Word);
