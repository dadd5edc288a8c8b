using System.Text.Json;

namespace Agnt5.Execution;

/// <summary>One event that waits to go out with the response (protocol section 6).</summary>
/// <param name="Type">The event's type, trimmed.</param>
/// <param name="Data">The data as JSON.</param>
/// <param name="Options">The optional fields of the event.</param>
/// <param name="Metadata">The metadata as it was when the event was emitted.</param>
/// <param name="Step">The attempt of the step that emitted the event, or <see langword="null"/> outside of steps.</param>
internal sealed record EmittedEvent(string Type, byte[] Data, EmitOptions? Options, KeyValuePair<string, string>[] Metadata, StepAttempt? Step)
{
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("event_type"u8, Type);
        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(Data, skipInputValidation: true);
        writer.WriteString("data_type"u8, string.IsNullOrWhiteSpace(Options?.DataType) ? "json" : Options.DataType);
        if (Metadata.Length > 0)
            WriteMetadata(writer);
        if (Options?.TimestampNs is { } timestamp)
            writer.WriteNumber("timestamp_ns"u8, timestamp);
        WriteText(writer, "correlation_id"u8, Options?.CorrelationId);
        WriteText(writer, "parent_event_id"u8, Options?.ParentEventId);
        WriteText(writer, "step_key"u8, Options?.StepKey);
        writer.WriteEndObject();
    }

    private void WriteMetadata(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("metadata"u8);
        foreach (var (key, value) in Metadata)
            writer.WriteString(key, value);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            writer.WriteString(name, value);
    }
}
