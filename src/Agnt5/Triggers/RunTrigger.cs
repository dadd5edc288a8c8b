namespace Agnt5;

/// <summary>
/// The event or webhook that started a run (protocol section 4). AGNT5 delivers at least once, so one event may start two runs. Use <see cref="DeliveryId"/> as the key of everything that must
/// not happen twice outside of the run.
/// </summary>
public sealed class RunTrigger
{
    /// <summary>The event's id, as its publisher gave it. For a webhook's delivery without an event: <see cref="WebhookDelivery.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The event's name, such as <c>order.created</c>. For a webhook <c>{source}.{event}</c>, such as <c>github.issues.opened</c>.</summary>
    public required string EventName { get; init; }

    /// <summary>Who published the event: <c>api</c> unless the publisher said otherwise. <see langword="null"/> when the event does not say.</summary>
    public string? Source { get; init; }

    /// <summary>When the event was published, in UTC. <see langword="null"/> when the event does not say.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The webhook's delivery as its provider sent it, or <see langword="null"/> when no webhook started the run.</summary>
    public WebhookDelivery? Webhook { get; init; }

    /// <summary>The id that repeated deliveries share: the webhook's idempotency key, else the event's <see cref="Id"/>.</summary>
    public string DeliveryId => Webhook?.Id ?? Id;
}
