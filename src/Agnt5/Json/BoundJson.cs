using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;

namespace Agnt5.Json;

/// <summary>Reads and writes single values by their generated metadata.</summary>
internal static class BoundJson
{
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        T value;
        try
        {
            value = JsonSerializer.Deserialize(json, type)!;
        }
        catch (Exception exception) when (IsBindingFailure(exception) && JsonNesting.IsDeepInUntypedMembers(json, type))
        {
            // A reader of one's own costs another pass over the document, so only what needs it has one.
            var reader = new Utf8JsonReader(json, JsonNesting.Reading);
            value = JsonSerializer.Deserialize(ref reader, type)!;
        }

        return NumberRange.IsExceeded(json, type) ? throw BeyondRange() : value;
    }

    /// <summary>As <see cref="Read{T}"/>, where the type is not known at compile time.</summary>
    public static object? Read(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        object? value;
        try
        {
            value = JsonSerializer.Deserialize(json, type);
        }
        catch (Exception exception) when (IsBindingFailure(exception) && JsonNesting.IsDeepInUntypedMembers(json, type))
        {
            var reader = new Utf8JsonReader(json, JsonNesting.Reading);
            value = JsonSerializer.Deserialize(ref reader, type);
        }

        return NumberRange.IsExceeded(json, type) ? throw BeyondRange() : value;
    }

    private static JsonException BeyondRange() => new("A number is beyond the range of the type that it is read as.");

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
    /// <exception cref="UnwritableException">The value has no JSON that would give it back.</exception>
    public static void Write<T>(Utf8JsonWriter writer, T value, JsonTypeInfo<T> type)
    {
        PlainJsonEncoder.SawHalf = false;
        try
        {
            if (value is not null && value.GetType() != typeof(T) && Subtypes.ProblemOf(value.GetType(), type) is not null)
                throw new NotSupportedException();
            WriteUnchecked(writer, value, type);
        }
        catch (Exception exception) when (exception is not ChecksumException)
        {
            throw new UnwritableException(WriteProblems.Describe(value, type, exception), exception);
        }

        // The writer puts the replacement character there, and goes on.
        if (PlainJsonEncoder.SawHalf)
            throw new UnwritableException(WriteProblems.Describe(value, type, failure: null), cause: null);
    }

    private static void WriteUnchecked<T>(Utf8JsonWriter writer, T value, JsonTypeInfo<T> type)
    {
        // A handler of somebody else's metadata is the serializer's to call: it knows which of their options forbid it.
        if (type.SerializeHandler is { } write && ReferenceEquals(type.Options.Encoder, PlainJsonEncoder.Instance))
            write(writer, value);
        else
            JsonSerializer.Serialize(writer, value, type);
    }
}
