namespace Agnt5.Triggers;

/// <summary>The gateway's envelope around the payload of a triggered run (protocol section 4). Its memory is a view of the input.</summary>
/// <param name="Event">The event, or <see langword="null"/> where a webhook's delivery is the whole input.</param>
/// <param name="Delivery">The webhook's delivery, or <see langword="null"/> when no webhook started the run.</param>
internal sealed record EventEnvelope(EnvelopedEvent? Event, EnvelopedDelivery? Delivery)
{
    /// <summary>The JSON path of the delivery or the event's data in the input.</summary>
    public string Place => Event is null ? "$" : "$.event.data";

    /// <summary>The name of the event. For a delivery without an event, the trigger's name for its webhook.</summary>
    public string Name => Event?.Name ?? Delivery!.EventName;
}

/// <summary>The event in an envelope.</summary>
internal sealed class EnvelopedEvent
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Source { get; init; }

    public DateTimeOffset? Time { get; init; }

    /// <summary>The JSON of the event's data.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }
}

/// <summary>A webhook's delivery in an envelope. Missing texts, blank texts and values of the wrong kind are <see langword="null"/>.</summary>
internal sealed class EnvelopedDelivery
{
    public string? Source { get; set; }

    public string? IntegrationId { get; set; }

    public string? EventType { get; set; }

    public string? IdempotencyKey { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The JSON of the headers, or empty.</summary>
    public ReadOnlyMemory<byte> Headers { get; set; }

    /// <summary>The JSON of the body, or empty. In a valid delivery the body is a text.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The trigger's name for this webhook: <c>{source in lower case}.{event type}</c>.</summary>
    public string EventName
    {
        get
        {
            var (source, type) = (Source?.ToLowerInvariant() ?? "", EventType ?? "");
            return type.StartsWith($"{source}.", StringComparison.Ordinal) ? type : $"{source}.{type}";
        }
    }
}
