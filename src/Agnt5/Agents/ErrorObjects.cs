using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Agnt5.Agents;

/// <summary>
/// Finds the error objects of providers in a text, such as <c>{"error": {"type": "overloaded_error"}}</c>. Members of any other object are none: a client's exception may quote what was said to the
/// model.
/// </summary>
internal static partial class ErrorObjects
{
    /// <summary>The values of <c>type</c>, <c>code</c> and <c>status</c> of the objects that are called <c>error</c>. The text may be more than JSON, and may be cut off.</summary>
    public static IEnumerable<string> CodesIn(string text) => Beginning().Matches(text).SelectMany(match => CodesOf(text[(match.Index + match.Length - 1)..]));

    private static List<string> CodesOf(string json)
    {
        var codes = new List<string>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), isFinalBlock: false, state: default);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isCode = reader.ValueTextEquals("type"u8) || reader.ValueTextEquals("code"u8) || reader.ValueTextEquals("status"u8);
                if (!reader.Read())
                    break;
                if (isCode && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                    codes.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
                else if (!reader.TrySkip())
                    break;
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // It is no JSON from here on, or a code has half of a character.
        }

        return codes;
    }

    [GeneratedRegex("\"error\"\\s*:\\s*\\{")]
    private static partial Regex Beginning();
}
