using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Agnt5.Json;

/// <summary>Reads and writes the contents of messages as Microsoft.Extensions.AI does, with their kind as <c>$type</c>.</summary>
internal sealed class ContentConverter<T> : JsonConverter<T>
    where T : AIContent
{
    private static readonly JsonTypeInfo<AIContent> Info = (JsonTypeInfo<AIContent>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(AIContent));

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, Info) switch
            {
                null => null,
                T content => content,
                var other => throw new JsonException($"It is a {other.GetType().Name}."),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Info);
}
