using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>A converter of the project whose exceptions get the path at which it was called.</summary>
/// <param name="converter">The converter.</param>
internal sealed class LocatingConverter<T>(JsonConverter<T> converter) : JsonConverter<T>
{
    // What the serializer's reader throws. The serializer makes exceptions of its own kind from it.
    private const string ReaderSource = "System.Text.Json.Rethrowable";

    // The serializer asks the converters of value types about nulls unless they say otherwise. An override here says otherwise.
    public override bool HandleNull => converter.HandleNull || default(T) is not null;

    public override bool CanConvert(Type typeToConvert) => converter.CanConvert(typeToConvert);

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return converter.Read(ref reader, typeToConvert, options);
        }
        catch (Exception exception) when (exception is not (JsonException or NotSupportedException) && exception.Source != ReaderSource)
        {
            throw new RefusedByTypeException(exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => converter.Write(writer, value, options);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => converter.ReadAsPropertyName(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => converter.WriteAsPropertyName(writer, value!, options);
}
