using System.Text;
using System.Text.Json;

namespace Agnt5.Protocol;

/// <summary>
/// Reads the kinds of values that an envelope holds. Each method reads the value after the current property name. A value of an
/// unexpected kind counts as absent, as in the other SDKs.
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

    private static string? TextOrScalar(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
            return Encoding.UTF8.GetString(reader.ValueSpan);

        reader.Skip();
        return null;
    }

    // A payload is JSON as text. A payload that came as the JSON itself is accepted too.
    private static string SignalPayload(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        var payload = Raw(ref reader, body);
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(payload.Span);
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

    /// <summary>Whether the value is <c>true</c>.</summary>
    public static bool IsTrue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
        return reader.TokenType == JsonTokenType.True;
    }

    /// <summary>The value's bytes as they stand in the body.</summary>
    public static ReadOnlyMemory<byte> Raw(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return body[start..(int)reader.BytesConsumed];
    }

    /// <summary>An object's text members, and its numbers and booleans as they are written; other members are left out, except the payload of a signal.</summary>
    public static Dictionary<string, string>? Metadata(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        if (!IsObject(ref reader))
            return null;

        Dictionary<string, string>? map = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var value = name == "signal_payload" ? SignalPayload(ref reader, body) : TextOrScalar(ref reader);
            if (value is { } text)
                (map ??= new Dictionary<string, string>(StringComparer.Ordinal))[name] = text;
        }

        return map;
    }

    /// <summary>The fields of a checkpoint that the protocol knows; others are dropped (protocol section 6).</summary>
    public static void Checkpoint(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, out RecordedSteps? steps, out ReadOnlyMemory<byte> agentSessions)
    {
        steps = null;
        agentSessions = default;
        if (!IsObject(ref reader))
            return;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("steps"u8))
                steps = Steps(ref reader, body);
            else if (reader.ValueTextEquals("agent_sessions"u8))
                agentSessions = Object(ref reader, body);
            else
                Skip(ref reader);
        }
    }

    /// <summary>The deadline of a slice and how long before it to yield, in milliseconds (protocol section 6).</summary>
    public static void Budget(ref Utf8JsonReader reader, out double? deadlineMs, out double? yieldBeforeMs)
    {
        deadlineMs = null;
        yieldBeforeMs = null;
        if (!IsObject(ref reader))
            return;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("deadline_ms"u8))
                deadlineMs = Number(ref reader);
            else if (reader.ValueTextEquals("yield_before_timeout_ms"u8))
                yieldBeforeMs = Number(ref reader);
            else
                Skip(ref reader);
        }
    }

    private static RecordedSteps? Steps(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        if (!IsObject(ref reader))
            return null;

        RecordedSteps? steps = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var keyStart = (int)reader.TokenStartIndex + 1;
            var keyLength = reader.ValueSpan.Length;
            var decodedKey = reader.ValueIsEscaped ? reader.GetString() : null;
            reader.Read();
            var valueStart = (int)reader.TokenStartIndex;
            reader.Skip();
            (steps ??= new RecordedSteps(body)).Add(keyStart, keyLength, decodedKey, valueStart, (int)reader.BytesConsumed);
        }

        return steps;
    }

    private static ReadOnlyMemory<byte> Object(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        var json = Raw(ref reader, body);
        return json.Span[0] == (byte)'{' && !json.Span.SequenceEqual("{}"u8) ? json : default;
    }

    private static double? Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value))
            return value;

        reader.Skip();
        return null;
    }

    private static bool IsObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;

        reader.Skip();
        return false;
    }
}
