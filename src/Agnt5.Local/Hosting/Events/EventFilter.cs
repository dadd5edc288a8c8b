namespace Agnt5.Local.Hosting.Events;

/// <summary>Which events a list shows. What is <see langword="null"/> does not matter.</summary>
internal sealed record EventFilter
{
    public string? Source { get; init; }

    public string? EventName { get; init; }

    public string? DeploymentId { get; init; }

    /// <summary>Received at this time or later, Unix ms.</summary>
    public long? SinceMs { get; init; }

    /// <summary>Received before this time, Unix ms.</summary>
    public long? UntilMs { get; init; }

    /// <summary>The last event of the page before: the list goes on behind it.</summary>
    public string? AfterEventRunId { get; init; }

    /// <summary>The most events.</summary>
    public int Limit { get; init; } = 100;

    public bool Matches(EventState received) =>
        (Source is null || received.Source == Source)
        && (EventName is null || received.EventName == EventName)
        && (DeploymentId is null || received.DeploymentId == DeploymentId)
        && (SinceMs is not { } since || received.ReceivedAtMs >= since)
        && (UntilMs is not { } until || received.ReceivedAtMs < until);
}
