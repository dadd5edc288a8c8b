using System.Text.Json;
using System.Text.Unicode;

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

    /// <exception cref="JsonException">The body is no JSON, or more than one value. Bytes that are no UTF-8 would throw only when somebody reads the text that has them.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            throw new JsonException("No UTF-8.");
        var reader = new Utf8JsonReader(body, Options);
        using var document = JsonDocument.ParseValue(ref reader);
        if (reader.Read())
            throw new JsonException("More than one value.");
        return document.RootElement.Clone();
    }
}
