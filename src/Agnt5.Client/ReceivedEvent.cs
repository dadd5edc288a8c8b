using System.Text.Json;

namespace Agnt5;

/// <summary>An event or webhook that AGNT5 received.</summary>
public sealed record ReceivedEvent
{
    /// <summary>The id that AGNT5 gave to it.</summary>
    public required string EventRunId { get; init; }

    /// <summary>The event's own id.</summary>
    public string? EventId { get; init; }

    /// <summary>Its name.</summary>
    public string? EventName { get; init; }

    /// <summary>Where it came from.</summary>
    public string? Source { get; init; }

    /// <summary>The deployment that received it.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>What became of it.</summary>
    public string? Status { get; init; }

    /// <summary>The runs that it started.</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];

    /// <summary>All that the gateway says about it.</summary>
    public JsonElement Json { get; init; }
}
