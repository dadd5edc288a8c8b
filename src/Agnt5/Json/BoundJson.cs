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
            // A separate reader costs another pass over the document, so only documents that need it get one.
            var reader = new Utf8JsonReader(json, JsonNesting.Reading);
            value = JsonSerializer.Deserialize(ref reader, type)!;
        }

        return NumberRange.IsExceeded(json, type) ? throw BeyondRange() : value;
    }

    /// <summary>Does the same as <see cref="Read{T}"/> for a type that is not known at compile time.</summary>
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

    private static JsonException BeyondRange() => new("A number is out of range for its type.");

    /// <summary>
    /// Whether an exception of <see cref="Read"/> means that the document does not fit the type. Any exception of a constructor or setter means that it refuses the value.
    /// <see cref="NotSupportedException"/> means missing metadata.
    /// </summary>
    public static bool IsBindingFailure(Exception exception) => exception is not NotSupportedException;

    /// <summary>
    /// The part of a binding failure that the log and <c>error.details</c> may show where the values that came may be repeated: setters and constructors name the values that they refuse. The
    /// serializer's messages repeat names of the document, and a name could look like another log line. The problems are described separately, with the type of the exception.
    /// </summary>
    public static Exception? CauseOf(Exception failure) =>
        RefusedByTypeException.In(failure) is { } refusal ? refusal.InnerException
        : failure is JsonException or NotSupportedException && !CallerText.IsPlain(failure.Message) ? failure.InnerException : failure;

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) =>
        JsonBytes.Write((value, type), static (writer, source) => Write(writer, source.value, source.type));

    /// <summary>Writes a value at the writer's position, by its generated code if there is any.</summary>
    /// <exception cref="UnwritableException">No JSON would give the value back.</exception>
    public static void Write<T>(Utf8JsonWriter writer, T value, JsonTypeInfo<T> type)
    {
        PlainJsonEncoder.SawHalf = false;
        var levelsAbove = writer.CurrentDepth;
        try
        {
            if (value is not null && value.GetType() != typeof(T) && Subtypes.ProblemOf(value.GetType(), type) is not null)
                throw new NotSupportedException();
            WriteUnchecked(writer, value, type);
        }
        catch (Exception exception) when (exception is InvalidOperationException or JsonException && writer.CurrentDepth >= writer.Options.MaxDepth)
        {
            // The writer has refused one more level.
            throw new UnwritableException($"$: nests deeper than {writer.Options.MaxDepth - levelsAbove} levels", exception);
        }
        catch (Exception exception) when (exception is not ChecksumException)
        {
            throw new UnwritableException(WriteProblems.Describe(value, type, exception), exception);
        }

        // The writer has written the replacement character and gone on.
        if (PlainJsonEncoder.SawHalf)
            throw new UnwritableException(WriteProblems.Describe(value, type, failure: null), cause: null);
    }

    private static void WriteUnchecked<T>(Utf8JsonWriter writer, T value, JsonTypeInfo<T> type)
    {
        // For metadata from other sources the serializer must call the handler: it knows which options forbid that.
        if (type.SerializeHandler is { } write && ReferenceEquals(type.Options.Encoder, PlainJsonEncoder.Instance))
            write(writer, value);
        else
            JsonSerializer.Serialize(writer, value, type);
    }
}
