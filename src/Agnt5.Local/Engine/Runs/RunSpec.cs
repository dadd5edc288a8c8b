using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Engine.Runs;

/// <summary>What is decided when a run is accepted, and never changes. The input lies beside it in the store.</summary>
internal sealed record RunSpec
{
    public required string RunId { get; init; }

    /// <summary>The component's type as the wire has it: <c>workflow</c>, <c>function</c>, <c>tool</c> or <c>agent</c>.</summary>
    public required string ComponentType { get; init; }

    public required string ComponentName { get; init; }

    /// <summary>The deployment that the run is pinned to.</summary>
    public required string DeploymentId { get; init; }

    public required string Environment { get; init; }

    /// <summary>When the run was accepted, Unix ms.</summary>
    public required long CreatedAtMs { get; init; }

    public required RetryPolicy Retries { get; init; }

    /// <summary>The keys to get past, in the order in which they are asked for (<see cref="FlowKind"/>'s).</summary>
    public IReadOnlyList<FlowClaim> Claims { get; init; } = [];

    /// <summary>Runs with a higher number go first.</summary>
    public int Priority { get; init; }

    /// <summary>What the invoke's metadata has in every slice.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Value;

    public string? SessionId { get; init; }

    public string? UserId { get; init; }

    public string? TenantId { get; init; }

    public string? ParentRunId { get; init; }

    public string? RootRunId { get; init; }

    public string? TraceParent { get; init; }

    /// <summary>Whether the caller wants deltas while an answer is made: the invoke's <c>is_streaming</c>.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>The event that started the run, or <see langword="null"/>.</summary>
    public string? EventRunId { get; init; }

    /// <summary>Lines for the journal that were found while the run was accepted, such as a key expression that finds nothing.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Whether a question or a signal that nobody answers in time fails the run (as on AGNT5), or invokes it once more.</summary>
    public bool InvokesOnWaitTimeout { get; init; }

    /// <summary>Whether a response's <c>timeout_ms</c> wakes the run (protocol section 6, "Several waits at once").</summary>
    public bool WakesBesideWaits { get; init; }
}
