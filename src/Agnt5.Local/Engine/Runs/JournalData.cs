using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Agnt5.Local.Engine.Runs;

/// <summary>Writes the JSON object of an event.</summary>
internal static class JournalData
{
    // The JSON goes into responses of type application/json, never into a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write<TFrom>(TFrom from, Action<Utf8JsonWriter, TFrom> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            writeMembers(json, from);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static void WriteError(this Utf8JsonWriter json, string code, string message)
    {
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    }

    /// <summary>Writes who decided, and why, as far as it is known.</summary>
    public static void WriteDecision(this Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject("decision");
        if (decision.DecidedBy is { } by)
            json.WriteString("decided_by", by);
        if (decision.Reason is { } reason)
            json.WriteString("reason", reason);
        if (!decision.Payload.IsEmpty)
            json.WriteRaw("payload", decision.Payload);
        json.WriteEndObject();
    }

    /// <summary>Writes JSON that was read before, as it stands.</summary>
    public static void WriteRaw(this Utf8JsonWriter json, string name, ReadOnlyMemory<byte> value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.Span, skipInputValidation: true);
    }

    public static void WriteRaw(this Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }
}
