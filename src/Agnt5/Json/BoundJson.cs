using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Protocol;

namespace Agnt5.Json;

/// <summary>Reads and writes single values by their generated metadata.</summary>
internal static class BoundJson
{
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type)!;
        }
        catch (Exception exception) when (IsBindingFailure(exception) && JsonNesting.IsDeepInUntypedMembers(json, type))
        {
            // A reader of one's own costs another pass over the document, so only what needs it has one.
            var reader = new Utf8JsonReader(json, JsonNesting.Reading);
            return JsonSerializer.Deserialize(ref reader, type)!;
        }
    }

    /// <summary>As <see cref="Read{T}"/>, where the type is not known at compile time.</summary>
    public static object? Read(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (Exception exception) when (IsBindingFailure(exception) && JsonNesting.IsDeepInUntypedMembers(json, type))
        {
            var reader = new Utf8JsonReader(json, JsonNesting.Reading);
            return JsonSerializer.Deserialize(ref reader, type);
        }
    }

    /// <summary>
    /// Whether an exception of <see cref="Read"/> says that the document does not fit the type. Whatever a constructor or setter throws means that it refuses the value;
    /// what is not supported is missing metadata.
    /// </summary>
    public static bool IsBindingFailure(Exception exception) => exception is not NotSupportedException;

    /// <summary>
    /// A binding failure as it may be logged: without the serializer's word for it where that repeats a name of the document which would look like a line of its own. The problems are described
    /// apart from it.
    /// </summary>
    public static Exception? CauseOf(Exception failure) => failure is JsonException && !CallerText.IsPlain(failure.Message) ? failure.InnerException : failure;

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) =>
        JsonBytes.Write((value, type), static (writer, source) => Write(writer, source.value, source.type));

    /// <summary>Writes a value where the writer stands: by the code that was generated for that, where there is some.</summary>
    public static void Write<T>(Utf8JsonWriter writer, T value, JsonTypeInfo<T> type)
    {
        // A handler of somebody else's metadata is the serializer's to call: it knows which of their options forbid it.
        if (type.SerializeHandler is { } write && ReferenceEquals(type.Options.Encoder, PlainJsonEncoder.Instance))
            write(writer, value);
        else
            JsonSerializer.Serialize(writer, value, type);
    }
}
