namespace Agnt5.Generators.Models;

/// <summary>One event trigger of a workflow. What was not written is <see langword="null"/>.</summary>
internal sealed record TriggerModel
{
    /// <summary>The event's name on the wire; of a webhook, with its source.</summary>
    public required string EventName { get; init; }

    public required string? Id { get; init; }

    public required string? Filter { get; init; }

    public required string? InputMapping { get; init; }

    public required string? Delay { get; init; }

    public required long? BatchWindowMs { get; init; }
}
