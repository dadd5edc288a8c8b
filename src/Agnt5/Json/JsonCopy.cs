using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>Writes JSON again, without the white space between its tokens and without escapes that are not needed.</summary>
internal static class JsonCopy
{
    /// <param name="writer">The target.</param>
    /// <param name="json">JSON whose depth was checked.</param>
    /// <exception cref="InvalidOperationException">A text has an escaped half of a surrogate pair, which no text can hold.</exception>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, JsonDepth.Checked);
        while (reader.Read())
            WriteToken(writer, reader);
    }

    private static void WriteToken(Utf8JsonWriter writer, in Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName when reader.ValueIsEscaped:
                writer.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(reader.ValueSpan);
                break;
            case JsonTokenType.String when reader.ValueIsEscaped:
                writer.WriteStringValue(reader.GetString());
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(reader.ValueSpan);
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}
