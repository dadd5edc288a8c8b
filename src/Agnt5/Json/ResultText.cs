using System.Text;
using System.Text.Json;

namespace Agnt5.Json;

/// <summary>Shows a result to a model or a person: a text without quotes and escapes, anything else as its JSON.</summary>
internal static class ResultText
{
    /// <param name="json">The result, empty when there is none.</param>
    public static string Of(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return "";
        if (json[0] != (byte)'"')
            return Encoding.UTF8.GetString(json);

        var reader = new Utf8JsonReader(json);
        return JsonText.Of(JsonElement.ParseValue(ref reader));
    }
}
