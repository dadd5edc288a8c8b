using System.Text.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Triggers;

/// <summary>
/// Recognizes the gateway's envelope by the rules of protocol section 4. An incomplete envelope is no envelope: the input is then the payload itself. A field of the wrong kind counts as absent.
/// </summary>
internal static class EventEnvelopeReader
{
    /// <summary>Reads an input.</summary>
    /// <param name="input">JSON, or nothing.</param>
    /// <returns>The envelope, or <see langword="null"/> for a payload without an envelope.</returns>
    public static EventEnvelope? Read(ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty || input.Span[0] != (byte)'{' || !MayHoldEnvelope(input.Span))
            return null;

        EnvelopedEvent? happened = null;
        var isAddressed = false;
        var isDelivery = false;
        var reader = new Utf8JsonReader(input.Span, JsonDepth.Checked);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (EventValues.IsName(ref reader, "event"u8))
                happened = ReadEvent(ref reader, input);
            else if (EventValues.IsName(ref reader, "target_kind"u8) || EventValues.IsName(ref reader, "deployment_id"u8))
                isAddressed |= EventValues.Text(ref reader) is not null;
            else if (EventValues.IsName(ref reader, "_webhook"u8))
                isDelivery = EnvelopeValues.IsTrue(ref reader);
            else
                EnvelopeValues.Skip(ref reader);
        }

        if (happened is not null && isAddressed)
            return new EventEnvelope(happened, ReadDelivery(happened.Data));
        return isDelivery ? new EventEnvelope(null, ReadDelivery(input)) : null;
    }

    // A search costs a fraction of reading the document. A name with an escape in it can be any.
    private static bool MayHoldEnvelope(ReadOnlySpan<byte> json) =>
        json.IndexOf("\"event\""u8) >= 0 || json.IndexOf("\"_webhook\""u8) >= 0 || json.Contains((byte)'\\');

    private static EnvelopedEvent? ReadEvent(ref Utf8JsonReader reader, ReadOnlyMemory<byte> input)
    {
        if (!EventValues.EntersObject(ref reader))
            return null;

        string? id = null;
        string? name = null;
        string? source = null;
        DateTimeOffset? time = null;
        ReadOnlyMemory<byte> data = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (EventValues.IsName(ref reader, "id"u8))
                id = EventValues.Text(ref reader);
            else if (EventValues.IsName(ref reader, "name"u8))
                name = EventValues.Text(ref reader);
            else if (EventValues.IsName(ref reader, "source"u8))
                source = EventValues.Text(ref reader);
            else if (EventValues.IsName(ref reader, "timestamp_ns"u8))
                time = EventValues.Time(ref reader, unitsPerTick: 100);
            else if (EventValues.IsName(ref reader, "data"u8))
                data = EnvelopeValues.Raw(ref reader, input);
            else
                EnvelopeValues.Skip(ref reader);
        }

        return id is not null && name is not null && !data.IsEmpty ? new EnvelopedEvent { Id = id, Name = name, Source = source, Time = time, Data = data } : null;
    }

    private static EnvelopedDelivery? ReadDelivery(ReadOnlyMemory<byte> json)
    {
        if (json.Span[0] != (byte)'{')
            return null;

        var delivery = new EnvelopedDelivery();
        var isDelivery = false;
        var reader = new Utf8JsonReader(json.Span, JsonDepth.Checked);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (EventValues.IsName(ref reader, "_webhook"u8))
                isDelivery = EnvelopeValues.IsTrue(ref reader);
            else if (EventValues.IsName(ref reader, "source"u8))
                delivery.Source = EventValues.Text(ref reader);
            else if (EventValues.IsName(ref reader, "integration_id"u8))
                delivery.IntegrationId = EventValues.Text(ref reader);
            else if (EventValues.IsName(ref reader, "event_type"u8))
                delivery.EventType = EventValues.Text(ref reader);
            else if (EventValues.IsName(ref reader, "idempotency_key"u8))
                delivery.IdempotencyKey = EventValues.Text(ref reader);
            else if (EventValues.IsName(ref reader, "timestamp"u8))
                delivery.Timestamp = EventValues.Time(ref reader, unitsPerTick: 1m / TimeSpan.TicksPerSecond);
            else if (EventValues.IsName(ref reader, "headers"u8))
                delivery.Headers = EnvelopeValues.Raw(ref reader, json);
            else if (EventValues.IsName(ref reader, "body"u8))
                delivery.Body = EnvelopeValues.Raw(ref reader, json);
            else
                EnvelopeValues.Skip(ref reader);
        }

        return isDelivery ? delivery : null;
    }
}
