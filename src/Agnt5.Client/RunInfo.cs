using System.Text.Json;

namespace Agnt5;

/// <summary>What the gateway says about a run.</summary>
public sealed record RunInfo
{
    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>How far it has come.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The output, if it is part of the answer. A large one is stored apart: <c>OutputAsync</c> fetches either.</summary>
    public JsonElement? Output { get; init; }

    /// <summary>Whether the output is stored apart.</summary>
    public bool HasStoredOutput { get; init; }

    /// <summary>Why it failed.</summary>
    public RunFailure? Failure { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The trace that it is part of.</summary>
    public string? TraceId { get; init; }

    /// <summary>The component's name.</summary>
    public string? Component { get; init; }

    /// <summary>The conversation that it belongs to.</summary>
    public string? SessionId { get; init; }

    /// <summary>When it was admitted.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it completed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When it failed.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>What else is kept with it: an object, or <see cref="JsonValueKind.Undefined"/>.</summary>
    public JsonElement Metadata { get; init; }

    /// <summary>Whether it has ended: completed, failed, cancelled or timed out.</summary>
    public bool HasEnded => Status is RunStatus.Completed or RunStatus.Failed or RunStatus.Cancelled or RunStatus.TimedOut;
}
