using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Agnt5.Client.Wire;

/// <summary>
/// Reads texts of JSON, those too that hold half of a sign. An endpoint that streams in UTF-16 may cut an emoji in two: each piece is valid JSON, and the framework refuses both.
/// </summary>
internal static class AnyText
{
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescaped(text.GetRawText());
        }
    }

    // The text stands between quotation marks, and its escapes are known to be whole.
    private static string Unescaped(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var place = 1; place < raw.Length - 1; place++)
        {
            if (raw[place] != '\\')
            {
                text.Append(raw[place]);
                continue;
            }

            place++;
            if (raw[place] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(place + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                place += 4;
                continue;
            }

            text.Append(raw[place] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                var sign => sign,
            });
        }

        return text.ToString();
    }
}
