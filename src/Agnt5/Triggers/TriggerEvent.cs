namespace Agnt5;

/// <summary>
/// The event that started a run, with its data (protocol section 4). Use it as the parameter type of a workflow that needs more than the data. The workflow's input schema is the schema of
/// <typeparamref name="T"/>. In a run that was started directly with the data alone, <see cref="Id"/> is the run's id, and everything but the data is <see langword="null"/>.
/// </summary>
/// <typeparam name="T">The type of the data. For a webhook, the type of the JSON in the delivery's body.</typeparam>
public sealed class TriggerEvent<T>
{
    /// <summary>The event's id, as its publisher gave it. Delivery is at least once; the id is the same each time.</summary>
    public required string Id { get; init; }

    /// <summary>The event's name: <c>order.created</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Who published the event: <c>api</c> unless the publisher said otherwise.</summary>
    public string? Source { get; init; }

    /// <summary>When the event was published, in UTC.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The event's data.</summary>
    public required T Data { get; init; }
}
