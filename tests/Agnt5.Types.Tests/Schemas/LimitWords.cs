using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.Types.Tests.Schemas;

/// <summary>The words that limits of DataAnnotations add to the schema of a member.</summary>
internal static class LimitWords
{
    public static void AddTo(JsonObject schema, Type type, IEnumerable<ValidationAttribute> limits)
    {
        foreach (var limit in limits)
            Add(limit, schema, type);
    }

    private static void Add(ValidationAttribute limit, JsonObject schema, Type type)
    {
        switch (limit)
        {
            case RangeAttribute range:
                AddBound(schema, "minimum", range.Minimum, range.MinimumIsExclusive, type);
                AddBound(schema, "maximum", range.Maximum, range.MaximumIsExclusive, type);
                break;
            case StringLengthAttribute length:
                AddLength(schema, type, length.MinimumLength, length.MaximumLength);
                break;
            case LengthAttribute length:
                AddLength(schema, type, length.MinimumLength, length.MaximumLength);
                break;
            case MinLengthAttribute length:
                AddLength(schema, type, length.Length, null);
                break;
            case MaxLengthAttribute length:
                AddLength(schema, type, null, length.Length);
                break;
            case AllowedValuesAttribute allowed:
                schema["enum"] = List(allowed.Values);
                break;
            case DeniedValuesAttribute denied:
                schema["not"] = new JsonObject { ["enum"] = List(denied.Values) };
                break;
            case RequiredAttribute required:
                RefuseNull(schema);
                if (type == typeof(string) && !required.AllowEmptyStrings)
                    schema["pattern"] = Patterns.Of(typeof(RequiredAttribute));
                break;
            case EmailAddressAttribute or UrlAttribute or RegularExpressionAttribute:
                schema["pattern"] = Patterns.Of(limit.GetType());
                if (limit is not RegularExpressionAttribute)
                    schema["format"] = limit is UrlAttribute ? "uri" : "email";
                break;
        }
    }

    private static void RefuseNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
            types.Remove(types.First(static type => (string?)type == "null"));
    }

    // Those of a sized integer are tightened, and stay inclusive.
    private static void AddBound(JsonObject schema, string word, object bound, bool isExclusive, Type type)
    {
        var value = JsonNode.Parse(Convert.ToString(bound, CultureInfo.InvariantCulture)!)!;
        if (!schema.ContainsKey(word))
            schema[isExclusive ? "exclusive" + char.ToUpperInvariant(word[0]) + word[1..] : word] = value;
        else if (type == typeof(byte) && word == "maximum" && (decimal)value > byte.MaxValue)
            return;
        else
            schema[word] = isExclusive ? (long)value + (word == "minimum" ? 1 : -1) : value;
    }

    private static void AddLength(JsonObject schema, Type type, int? least, int? most)
    {
        if (type == typeof(byte[]))
            return;
        var what = type == typeof(string) ? "Length" : typeof(IDictionary).IsAssignableFrom(type) ? "Properties" : "Items";
        if (least > 0)
            schema["min" + what] = least;
        if (most is not null)
            schema["max" + what] = most;
    }

    private static JsonArray List(object?[] values) => new([.. values.Select(static value => JsonSerializer.SerializeToNode(value))]);
}
