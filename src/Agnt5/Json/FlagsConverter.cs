using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>Writes flags without a member for zero: the names of the set flags, or an empty text when none is set.</summary>
internal sealed class FlagsConverter<T>(JsonConverter<T> names) : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsEmpty(in reader) ? default : names.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (EqualityComparer<T>.Default.Equals(value, default))
            writer.WriteStringValue(""u8);
        else
            names.Write(writer, value, options);
    }

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsEmpty(in reader) ? default : names.ReadAsPropertyName(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (EqualityComparer<T>.Default.Equals(value, default))
            writer.WritePropertyName(""u8);
        else
            names.WriteAsPropertyName(writer, value, options);
    }

    private static bool IsEmpty(in Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && (reader.HasValueSequence ? reader.ValueSequence.IsEmpty : reader.ValueSpan.IsEmpty);
}
