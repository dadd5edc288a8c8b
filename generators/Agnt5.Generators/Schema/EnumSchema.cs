using System.Text.RegularExpressions;
using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>Writes the schema of an enum.</summary>
internal static class EnumSchema
{
    public static void Write(EnumModel type, SchemaPlace place, JsonWriter json)
    {
        json.Type(type.Names is null ? "integer" : "string", place.IsNullable);
        if (type.Names is { } names)
            WriteNames(type, names, place.IsNullable, json);
        else if (type.Numbers is { } numbers)
            WriteList(numbers, place.IsNullable, json);
        else
            json.Name("minimum").Raw(type.Range.Minimum).Name("maximum").Raw(type.Range.Maximum);
        json.Description(place.Description);
    }

    /// <summary>Writes the form of a value as the name of a member, if a schema can express it.</summary>
    public static void WriteKeys(EnumModel type, JsonWriter json)
    {
        if (type.Keys is not { } names)
            return;
        json.Name("propertyNames").StartObject();
        WriteNames(type, names, isNullable: false, json);
        json.EndObject();
    }

    /// <summary>Writes the allowed names: one of them, or any for flags.</summary>
    private static void WriteNames(EnumModel type, EquatableArray<string> names, bool isNullable, JsonWriter json)
    {
        if (type.IsFlags)
        {
            var name = $"({string.Join("|", names.Select(Escape))})";
            var several = $"{name}(, {name})*";
            json.Name("pattern").Text(type.NamesZero ? $"^{several}$" : $"^({several})?$");
            return;
        }

        WriteList(names.Select(JsonText.Quote), isNullable, json);
    }

    private static void WriteList(IEnumerable<string> values, bool isNullable, JsonWriter json)
    {
        json.Name("enum").StartArray();
        foreach (var value in values)
            json.Raw(value);
        if (isNullable)
            json.Raw("null");
        json.EndArray();
    }

    // Exactly the characters with a special meaning in a regular expression: in ECMAScript it is an error to escape any other.
    private static string Escape(string name) => Regex.Replace(name, @"[\\^$.*+?()\[\]{}|/]", @"\$0");
}
