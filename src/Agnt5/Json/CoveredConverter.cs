using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Json;

/// <summary>Reads and writes a type as a serializer context of the project does, even inside a type with the SDK's metadata.</summary>
internal sealed class CoveredConverter<T>(JsonSerializerContext context) : JsonConverter<T>, ICoveredType
{
    // Looked up on demand: a context also makes its metadata on demand.
    private JsonTypeInfo<T>? _type;

    /// <summary>The context's own metadata.</summary>
    public JsonTypeInfo<T> Inner => _type ??= (JsonTypeInfo<T>)context.Options.GetTypeInfo(typeof(T));

    JsonTypeInfo ICoveredType.Inner => Inner;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, Inner);
        }
        catch (JsonException exception)
        {
            // Its path begins here. The serializer adds the path to here to an exception without one.
            throw new JsonException(message: null, exception);
        }
        catch (Exception exception) when (exception is not NotSupportedException)
        {
            throw new RefusedByTypeException(exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Inner);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Names.ReadAsPropertyName(ref reader, typeToConvert, Inner.Options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        Names.WriteAsPropertyName(writer, value!, Inner.Options);

    private JsonConverter<T> Names => (JsonConverter<T>)Inner.Converter;
}
