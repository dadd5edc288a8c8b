namespace Agnt5;

/// <summary>What became of an event.</summary>
public sealed record PublishReceipt
{
    /// <summary>The id that AGNT5 gave to what it received.</summary>
    public string? EventRunId { get; init; }

    /// <summary>The event's id.</summary>
    public required string EventId { get; init; }

    /// <summary>The event's name.</summary>
    public required string EventName { get; init; }

    /// <summary>The deployment that received it.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>Whether it was received before, and started nothing now.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>How many triggers matched.</summary>
    public long MatchedCount { get; init; }

    /// <summary>How many matched that AGNT5 cannot start.</summary>
    public long SkippedCount { get; init; }

    /// <summary>The runs that it started.</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];
}
