using System.Globalization;
using System.Text;

namespace Agnt5.Shared;

/// <summary>Text as a JSON string.</summary>
internal static class JsonText
{
    /// <summary>Quotes a text. Characters that a C# literal cannot hold (line ends, lone surrogates) are escaped, so the result may be a part of one.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                json.Append(character).Append(text[++i]);
            else if (character is '"' or '\\')
                json.Append('\\').Append(character);
            else if (char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' or '\uFEFF')
                json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                json.Append(character);
        }

        return json.Append('"').ToString();
    }
}
