using System.Buffers;
using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>Writes the input of a triggered run: the gateway's envelope around the payload (protocol section 4).</summary>
internal static class EventEnvelopeWriter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = PlainJsonEncoder.Instance, SkipValidation = true };

    /// <summary>Writes an envelope.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="target">Where it was sent.</param>
    /// <param name="deploymentId">The deployment of the run.</param>
    public static ReadOnlyMemory<byte> Write(PublishedEvent happened, EventTarget target, string deploymentId)
    {
        var buffer = new ArrayBufferWriter<byte>(happened.Data.Length + 512);
        using var writer = new Utf8JsonWriter(buffer, Plain);
        writer.WriteStartObject();
        writer.WriteStartObject("event"u8);
        writer.WriteString("id"u8, happened.EventId);
        writer.WriteString("name"u8, happened.Name);
        writer.WriteString("source"u8, happened.Source);
        writer.WriteNumber("timestamp_ns"u8, happened.TimestampNs);
        writer.WritePropertyName("data"u8);
        if (happened.Data.IsEmpty)
            writer.WriteNullValue();
        else
            writer.WriteRawValue(happened.Data.Span, skipInputValidation: true);
        writer.WriteEndObject();
        writer.WriteString("deployment_id"u8, deploymentId);
        writer.WriteString("target_kind"u8, target.Kind);
        writer.WriteString("target_ref"u8, target.Ref);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
