using System.Text.RegularExpressions;
using Agnt5.Shared;

namespace Agnt5.Generators.Schema;

/// <summary>Writes the schema of an enum.</summary>
internal static class EnumSchema
{
    public static void Write(EnumModel type, SchemaPlace place, JsonWriter json)
    {
        json.Type(type.Names is null ? "integer" : "string", place.IsNullable);
        if (type.Names is not null)
            WriteNames(type, place.IsNullable, json);
        else
            json.Name("minimum").Raw(type.Range.Minimum).Name("maximum").Raw(type.Range.Maximum);
        json.Description(place.Description);
    }

    /// <summary>Writes the allowed values: one of the names, or any of them for flags.</summary>
    public static void WriteNames(EnumModel type, bool isNullable, JsonWriter json)
    {
        var names = type.Names ?? default;
        if (type.IsFlags)
        {
            var name = $"({string.Join("|", names.Select(Escape))})";
            var several = $"{name}(, {name})*";
            json.Name("pattern").Text(type.NamesZero ? $"^{several}$" : $"^({several})?$");
            return;
        }

        json.Name("enum").StartArray();
        foreach (var name in names)
            json.Text(name);
        if (isNullable)
            json.Raw("null");
        json.EndArray();
    }

    // Exactly the characters with a special meaning in a regular expression: in ECMAScript it is an error to escape any other.
    private static string Escape(string name) => Regex.Replace(name, @"[\\^$.*+?()\[\]{}|/]", @"\$0");
}
