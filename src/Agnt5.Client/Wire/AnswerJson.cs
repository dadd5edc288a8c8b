using System.Text.Json;

namespace Agnt5.Client.Wire;

/// <summary>Parses answers. Values may nest as deep as AGNT5 lets them.</summary>
internal static class AnswerJson
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 4096 };

    public static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement json)
    {
        try
        {
            json = Parse(body.Span);
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    /// <exception cref="JsonException">The body is no JSON, or more than one value.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, Options);
        using var document = JsonDocument.ParseValue(ref reader);
        if (reader.Read())
            throw new JsonException("More than one value.");
        return document.RootElement.Clone();
    }
}
