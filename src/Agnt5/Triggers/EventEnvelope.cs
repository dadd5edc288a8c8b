namespace Agnt5.Triggers;

/// <summary>The gateway's envelope around the payload of a triggered run (protocol section 4). Its memory is a view of the input.</summary>
/// <param name="Event">The event, or <see langword="null"/> where a webhook's delivery is the whole input.</param>
/// <param name="Delivery">The webhook's delivery, or <see langword="null"/> when no webhook started the run.</param>
internal sealed record EventEnvelope(EnvelopedEvent? Event, EnvelopedDelivery? Delivery)
{
    /// <summary>Where the delivery or the event's data stands in the input, as a JSON path.</summary>
    public string Place => Event is null ? "$" : "$.event.data";

    /// <summary>The name of the event; of a delivery without one, the name that a trigger gives to its webhook.</summary>
    public string Name => Event?.Name ?? Delivery!.EventName;
}

/// <summary>The event in an envelope.</summary>
internal sealed class EnvelopedEvent
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Source { get; init; }

    public DateTimeOffset? Time { get; init; }

    /// <summary>The JSON of what was published.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }
}

/// <summary>A webhook's delivery in an envelope. Texts that are missing or blank, and what is of another kind, are <see langword="null"/>.</summary>
internal sealed class EnvelopedDelivery
{
    public string? Source { get; set; }

    public string? IntegrationId { get; set; }

    public string? EventType { get; set; }

    public string? IdempotencyKey { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The JSON of the headers, or empty.</summary>
    public ReadOnlyMemory<byte> Headers { get; set; }

    /// <summary>The JSON of the body, or empty: a text, unless something is wrong.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The name that a trigger has for this webhook: <c>{source in lower case}.{event type}</c>.</summary>
    public string EventName
    {
        get
        {
            var (source, type) = (Source?.ToLowerInvariant() ?? "", EventType ?? "");
            return type.StartsWith($"{source}.", StringComparison.Ordinal) ? type : $"{source}.{type}";
        }
    }
}
