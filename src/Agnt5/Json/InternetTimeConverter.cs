using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>
/// Reads times in each form that RFC 3339 allows, which is what the formats of JSON Schema mean. System.Text.Json reads only capital letters and at most 16 digits of a second. Values are
/// written as it writes them.
/// </summary>
/// <param name="plain">The serializer's own converter.</param>
internal abstract class InternetTimeConverter<T>(JsonConverter<T> plain) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException();
        return TryRead(ref reader, out var value) ? value : ReadText(in reader);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => plain.Write(writer, value, options);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadText(in reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => plain.WriteAsPropertyName(writer, value, options);

    /// <summary>Reads a text in the form that is usual, without a copy.</summary>
    protected abstract bool TryRead(ref Utf8JsonReader reader, out T value);

    /// <summary>Reads a text with capital letters and at most 7 digits of a second.</summary>
    protected abstract bool TryRead(ReadOnlySpan<byte> text, out T value);

    private T ReadText(in Utf8JsonReader reader)
    {
        Span<byte> text = stackalloc byte[InternetTime.MaxLength];
        return InternetTime.TryCopy(in reader, text, out var length) && TryRead(text[..length], out var value) ? value : throw new JsonException();
    }
}
