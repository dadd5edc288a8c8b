using System.Globalization;
using System.Text;

namespace Agnt5.JavaScript.Build;

/// <summary>Writes JSON: MSBuild on the .NET Framework brings no serializer that a task can count on.</summary>
internal static class JsonText
{
    /// <summary>An object's text, indented by two spaces. Values are texts, lists of texts, and objects of this kind.</summary>
    public static string Of(IReadOnlyList<KeyValuePair<string, object>> members, int depth = 0)
    {
        var indent = new string(' ', 2 * (depth + 1));
        return "{\n" + string.Join(",\n", members.Select(member => $"{indent}{Quote(member.Key)}: {Value(member.Value, depth + 1)}")) + "\n" + new string(' ', 2 * depth) + "}";
    }

    private static string Value(object value, int depth) => value switch
    {
        IReadOnlyList<KeyValuePair<string, object>> members => Of(members, depth),
        IEnumerable<string> texts => "[" + string.Join(", ", texts.Select(Quote)) + "]",
        _ => Quote((string)value),
    };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
                _ => character.ToString(),
            });
        return quoted.Append('"').ToString();
    }
}
