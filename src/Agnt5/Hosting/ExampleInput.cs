using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Agnt5.Generated;

namespace Agnt5.Hosting;

/// <summary>An input that fits a component's schema, for the command that a developer tries first.</summary>
internal static class ExampleInput
{
    private const int MaxDepth = 4;
    private const string ExampleLead = "for example ";
    private const string PatternSwitch = "Agnt5.ExamplePatterns.IsSupported";
    private const string Message = """{"message":"What can you do for me?"}""";

    public static string Of(ComponentDescriptor component, ComponentCatalog catalog)
    {
        using var manifest = JsonDocument.Parse(catalog.ManifestComponents.ToArray());
        foreach (var entry in manifest.RootElement.EnumerateArray())
        {
            if (entry.GetProperty("name"u8).ValueEquals(component.Name)
                && entry.GetProperty("type"u8).ValueEquals(component.Type.ToString().ToLowerInvariant())
                && entry.TryGetProperty("input_schema"u8, out var schema))
            {
                return Of(schema, MaxDepth) ?? "{}";
            }
        }

        // A message has no schema (protocol section 2).
        return component.Type == ComponentType.Agent ? Message : "{}";
    }

    /// <returns>A value that fits, or <see langword="null"/> where this small reader of schemas knows none: a reference, or something nested too deep.</returns>
    /// <param name="schema">The schema.</param>
    /// <param name="depth">How many levels it may still nest.</param>
    /// <param name="description">What is said of it where it says nothing itself: an item of a described list.</param>
    private static string? Of(JsonElement schema, int depth, string? description = null)
    {
        description = schema.TryGetProperty("description"u8, out var said) ? said.GetString() : description;
        if (schema.TryGetProperty("default"u8, out var value))
            return value.GetRawText();
        if (schema.TryGetProperty("enum"u8, out var names))
            return names[0].GetRawText();

        return TypeOf(schema) switch
        {
            "object" when depth > 0 && schema.TryGetProperty("properties"u8, out var properties) =>
                $"{{{string.Join(",", Members(properties, depth))}}}",
            "object" => "{}",
            "array" when depth > 0 && schema.TryGetProperty("items"u8, out var items) => $"[{Of(items, depth - 1, description)}]",
            "array" => "[]",
            "integer" or "number" => "1",
            "boolean" => "true",
            "string" => Text(schema, description),
            _ => null,
        };
    }

    private static IEnumerable<string> Members(JsonElement properties, int depth) =>
        from member in properties.EnumerateObject()
        let example = Of(member.Value, depth - 1)
        where example is not null
        select $"\"{member.Name}\":{example}";

    private static string Text(JsonElement schema, string? description) => (schema.TryGetProperty("format"u8, out var format) ? format.GetString() : null) switch
    {
        "uuid" => "\"00000000-0000-0000-0000-000000000001\"",
        "date-time" => "\"2030-01-31T12:00:00Z\"",
        "date" => "\"2030-01-31\"",
        "uri-reference" => "\"https://example.com/\"",
        _ when schema.TryGetProperty("pattern"u8, out var pattern) => $"\"{Matching(pattern.GetString()!)}\"",
        _ => $"\"{Described(description) ?? "Ada"}\"",
    };

    /// <summary>The example that a description gives, such as o-1 in "The order's id, for example o-1."</summary>
    private static string? Described(string? description)
    {
        var lead = description?.IndexOf(ExampleLead, StringComparison.Ordinal) ?? -1;
        if (lead < 0)
            return null;
        // What stands in quotes of a shell and of JSON alike.
        var example = description![(lead + ExampleLead.Length)..].TakeWhile(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');
        return string.Concat(example) is { Length: > 0 } text ? text : null;
    }

    /// <summary>On, unless a publish found no pattern in the manifest: then trimming leaves out the engine of regular expressions. Agnt5.targets sets it.</summary>
    [FeatureSwitchDefinition(PatternSwitch)]
    private static bool MayHavePatterns => !AppContext.TryGetSwitch(PatternSwitch, out var mayHave) || mayHave;

    // Times of a day, spans of time and versions have patterns and no formats.
    private static string Matching(string pattern)
    {
        if (!MayHavePatterns)
            return "Ada";

        try
        {
            return Array.Find(["Ada", "12:00:00", "1.0"], text => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(50))) ?? "Ada";
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            // The pattern is one of ECMAScript.
            return "Ada";
        }
    }

    // A nullable type is a list; its first entry is the type itself.
    private static string? TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type"u8, out var type))
            return null;
        return type.ValueKind == JsonValueKind.Array ? type[0].GetString() : type.GetString();
    }
}
