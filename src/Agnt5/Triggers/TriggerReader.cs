using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Triggers;

/// <summary>Makes the trigger that user code sees from an envelope. It never throws: invalid parts are left out.</summary>
internal static class TriggerReader
{
    /// <param name="envelope">The envelope.</param>
    /// <param name="body">The body of its delivery.</param>
    /// <param name="runId">The id to use if neither the event nor the provider gives one.</param>
    public static RunTrigger Read(EventEnvelope envelope, ReadOnlyMemory<byte> body, string runId)
    {
        var webhook = envelope.Delivery is { } delivery ? Read(delivery, body, envelope.Event?.Id ?? runId) : null;
        return new RunTrigger
        {
            Id = envelope.Event?.Id ?? webhook?.Id ?? runId,
            EventName = envelope.Name,
            Source = envelope.Event?.Source,
            Time = envelope.Event?.Time,
            Webhook = webhook,
        };
    }

    private static WebhookDelivery Read(EnvelopedDelivery delivery, ReadOnlyMemory<byte> body, string fallbackId) => new(body)
    {
        Id = delivery.IdempotencyKey ?? fallbackId,
        Source = delivery.Source,
        IntegrationId = delivery.IntegrationId,
        EventType = delivery.EventType,
        IdempotencyKey = delivery.IdempotencyKey,
        Timestamp = delivery.Timestamp,
        Headers = Headers(delivery.Headers),
    };

    private static Dictionary<string, string> Headers(ReadOnlyMemory<byte> json)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (json.IsEmpty || json.Span[0] != (byte)'{')
            return headers;

        var reader = new Utf8JsonReader(json.Span, JsonDepth.Checked);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = EventValues.Decode(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && name is not null && EventValues.Decode(ref reader) is { } value)
                headers[name] = value;
            else
                reader.Skip();
        }

        return headers;
    }
}
