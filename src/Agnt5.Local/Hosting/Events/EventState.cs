using Agnt5.Local.Engine.Triggers;

namespace Agnt5.Local.Hosting.Events;

/// <summary>An event that was received, and what it started.</summary>
internal sealed record EventState
{
    /// <summary>The event's id here.</summary>
    public required string EventRunId { get; init; }

    /// <summary>What makes two deliveries one event (<see cref="EventKey"/>).</summary>
    public required string Key { get; init; }

    /// <summary>The publisher's id.</summary>
    public required string EventId { get; init; }

    public required string EventName { get; init; }

    public required string Source { get; init; }

    public required EventTarget Target { get; init; }

    /// <summary>The deployment that it went to, or that of its first run, or <see langword="null"/> when it started nothing.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>How many components it started.</summary>
    public required int MatchedCount { get; init; }

    /// <summary>How many triggers were skipped because the gateway does not support them.</summary>
    public required int SkippedUnsupportedCount { get; init; }

    public required IReadOnlyList<string> RunIds { get; init; }

    /// <summary>When it was received, Unix ms.</summary>
    public required long ReceivedAtMs { get; init; }
}
