using System.Text.Json;

namespace Agnt5;

/// <summary>What is published with an event.</summary>
public sealed record PublishOptions : CallOptions
{
    /// <summary>The event's id. AGNT5 takes the same id once: a second one starts nothing and answers the same runs. Default: a new id.</summary>
    public string? EventId { get; init; }

    /// <summary>Where the event comes from.</summary>
    public string? Source { get; init; }

    /// <summary>The environment whose workflows it starts. Default: that of the key.</summary>
    public string? EnvironmentRef { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>What else is kept with it: an object. Default: nothing.</summary>
    public JsonElement Metadata { get; init; }
}
