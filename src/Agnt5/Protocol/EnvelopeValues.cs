using System.Text;
using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>
/// The kinds of value that an envelope holds. Each reads the value behind the property name that the reader stands on; a value of
/// another kind than expected counts as absent, as it does for the other SDKs.
/// </summary>
internal static class EnvelopeValues
{
    public static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    public static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();

        reader.Skip();
        return null;
    }

    /// <summary>A text's bytes without white space around it: a view of the body where nothing is escaped.</summary>
    public static ReadOnlyMemory<byte> TrimmedUtf8(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return default;
        }

        if (reader.ValueIsEscaped || !Ascii.IsValid(reader.ValueSpan))
            return Encoding.UTF8.GetBytes(reader.GetString()!.Trim());

        var text = body.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        return text[Ascii.Trim(text.Span)];
    }

    /// <summary>A whole number that is not negative, else 0.</summary>
    public static int Count(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value))
            return Math.Max(value, 0);

        reader.Skip();
        return 0;
    }

    /// <summary>The value's bytes as they stand in the body.</summary>
    public static ReadOnlyMemory<byte> Raw(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return body[start..(int)reader.BytesConsumed];
    }

    /// <summary>An object's text members; others are left out.</summary>
    public static Dictionary<string, string>? TextMap(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        Dictionary<string, string>? map = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (Text(ref reader) is { } text)
                (map ??= new Dictionary<string, string>(StringComparer.Ordinal))[name] = text;
        }

        return map;
    }

    /// <summary>The <c>steps</c> of a checkpoint; its other fields are dropped (protocol section 6).</summary>
    public static OrderedDictionary<string, ReadOnlyMemory<byte>>? CheckpointSteps(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        OrderedDictionary<string, ReadOnlyMemory<byte>>? steps = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("steps"u8))
                steps = RawMap(ref reader, body);
            else
                Skip(ref reader);
        }

        return steps;
    }

    private static OrderedDictionary<string, ReadOnlyMemory<byte>>? RawMap(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        OrderedDictionary<string, ReadOnlyMemory<byte>>? map = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            (map ??= new OrderedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal))[name] = Raw(ref reader, body);
        }

        return map;
    }
}
