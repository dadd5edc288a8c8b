using System.Buffers;
using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>Writes a webhook's delivery, the data of its event (protocol section 4).</summary>
internal static class WebhookDeliveryWriter
{
    // A run keeps its input, and nobody's credentials belong there.
    private static readonly string[] Private = ["authorization", "proxy-authorization", "cookie", "x-api-key"];

    private static readonly JsonWriterOptions Plain = new() { Encoder = PlainJsonEncoder.Instance };

    /// <summary>Writes a delivery.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="request">The request, verified and in UTF-8.</param>
    /// <param name="type">The event's type.</param>
    /// <param name="nowMs">When it came, Unix ms. The delivery has the signed time where there is one.</param>
    public static ReadOnlyMemory<byte> Write(WebhookSource source, WebhookRequest request, string type, long nowMs)
    {
        var buffer = new ArrayBufferWriter<byte>(request.Body.Length + 1_024);
        using var writer = new Utf8JsonWriter(buffer, Plain);
        writer.WriteStartObject();
        writer.WriteBoolean("_webhook"u8, true);
        writer.WriteString("source"u8, source.Name);
        writer.WriteString("integration_id"u8, request.IntegrationId);
        writer.WriteString("event_type"u8, type);
        if (source.ReadIdempotencyKey(request, new(request.Body)) is { } key)
            writer.WriteString("idempotency_key"u8, key);
        writer.WriteNumber("timestamp"u8, WebhookSignature.TryReadSeconds(source.ReadSigned(request)?.Timestamp, out var seconds) ? seconds : nowMs / 1000);
        writer.WriteStartObject("headers"u8);
        foreach (var (name, value) in request.Headers)
            if (!Private.Contains(name, StringComparer.Ordinal))
                writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteString("body"u8, request.Body.Span);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
