using System.Text.Json;

namespace Agnt5.Cli.Endpoints;

/// <summary>Looks into the texts of an answer that was read as JSON already.</summary>
internal static class AnswerText
{
    /// <summary>Deeper than any answer that the protocol's reader takes.</summary>
    public const int MostLevels = 8_192;

    /// <summary>Whether all texts can be decoded: an escape can name half of a surrogate pair, which no text can hold.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new() { MaxDepth = MostLevels });
        try
        {
            while (reader.Read())
                if (reader.ValueIsEscaped)
                    _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
