using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>Writes the schema of a number, a text, or JSON of any shape.</summary>
internal static class ScalarSchema
{
    // The flags of JsonNumberHandling.
    private const int AllowReadingFromString = 1;
    private const int WriteAsString = 2;
    private const int AllowNamedFloatingPointLiterals = 4;

    private const string NamedFloats = "NaN|-?Infinity";

    public static void Write(ScalarModel type, SchemaPlace place, JsonUse use, JsonWriter json)
    {
        if (type.JsonType is "integer" or "number" && TextOf(type, place.NumberHandling ?? 0, use) is { } text)
            WriteNumberAsText(type, text, place, use, json);
        else
            WritePlain(type, place, use, json);
        json.Description(place.Description);
    }

    /// <summary>Writes the form of a value as the name of a member, if a schema can express it.</summary>
    public static void WriteNames(ScalarModel type, JsonUse use, JsonWriter json)
    {
        if (type.NameConstraints is { } constraints && IsConstrained(type, use))
            json.Name("propertyNames").StartObject().Raw(constraints).EndObject();
    }

    private static void WritePlain(ScalarModel type, SchemaPlace place, JsonUse use, JsonWriter json)
    {
        if (type.JsonType is { } jsonType)
            json.Type(jsonType, place.IsNullable);
        WriteRange(type, json);
        if (type.Constraints is { } constraints && IsConstrained(type, use))
            json.Raw(constraints);
    }

    private static bool IsConstrained(ScalarModel type, JsonUse use) => use == JsonUse.Read || !type.ConstrainsInputOnly;

    private static void WriteNumberAsText(ScalarModel type, string pattern, SchemaPlace place, JsonUse use, JsonWriter json)
    {
        if (use == JsonUse.Write && Has(place.NumberHandling ?? 0, WriteAsString))
        {
            json.Type("string", place.IsNullable);
        }
        else
        {
            json.Name("type").StartArray().Text(type.JsonType!).Text("string");
            if (place.IsNullable)
                json.Text("null");
            json.EndArray();
            WriteRange(type, json);
        }

        json.Name("pattern").Text(pattern);
    }

    // The form of a number as text, or null if it is never text.
    private static string? TextOf(ScalarModel type, int handling, JsonUse use)
    {
        if (type.NumberText is null)
            return null;
        var isText = Has(handling, use == JsonUse.Read ? AllowReadingFromString : WriteAsString);
        var isNamed = Has(handling, AllowNamedFloatingPointLiterals) && type.CSharpName is "float" or "double" or "global::System.Half";
        return (isText, isNamed) switch
        {
            (true, true) => $"^({type.NumberText}|{NamedFloats})$",
            (true, false) => $"^{type.NumberText}$",
            (false, true) => $"^({NamedFloats})$",
            _ => null,
        };
    }

    private static void WriteRange(ScalarModel type, JsonWriter json)
    {
        if (type.Range is { } range)
            json.Name("minimum").Raw(range.Minimum).Name("maximum").Raw(range.Maximum);
    }

    private static bool Has(int handling, int flag) => (handling & flag) != 0;
}
