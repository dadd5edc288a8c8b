using System.Text;
using System.Text.Json;
using Agnt5.Primitives;
using Agnt5.Triggers;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>A webhook's body, as far as it says what happened. A body that is not JSON says nothing.</summary>
internal sealed class WebhookBody(ReadOnlyMemory<byte> body)
{
    private const int LongestText = 256;

    /// <summary>A text by the names that lead to it, or <see langword="null"/>. Of members with one name the first counts.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = JsonDepth.Default });
        try
        {
            reader.Read();
            foreach (var name in names)
                if (!TryEnter(ref reader, name))
                    return null;
            return reader.TokenType == JsonTokenType.String && EventValues.Decode(ref reader) is { Length: <= LongestText } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryEnter(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMeant = EventValues.IsName(ref reader, Encoding.UTF8.GetBytes(name));
            reader.Read();
            if (isMeant)
                return true;
            reader.Skip();
        }

        return false;
    }
}
