namespace Agnt5.Local.Engine.Triggers;

/// <summary>What comes of a webhook's request.</summary>
internal abstract record WebhookResult;

/// <summary>The provider sent it, and it is an event now.</summary>
internal sealed record WebhookAccepted : WebhookResult
{
    /// <summary>The event's name: <c>{source}.{event type}</c>.</summary>
    public required string EventName { get; init; }

    /// <summary>The id that repeated deliveries share, or <see langword="null"/> when the provider gives none: then each delivery is an event of its own.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The delivery as UTF-8 JSON: the event's data (protocol section 4).</summary>
    public required ReadOnlyMemory<byte> Delivery { get; init; }
}

/// <summary>No run comes of it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Message">What happened, and what to do.</param>
internal sealed record WebhookRefused(int Status, string Code, string Message) : WebhookResult;
