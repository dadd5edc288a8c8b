using System.Text.Json;

namespace Agnt5;

/// <summary>What the gateway says about a batch.</summary>
public sealed record BatchInfo
{
    /// <summary>The batch's id.</summary>
    public required string BatchId { get; init; }

    /// <summary>How far it has come: <c>pending</c>, <c>running</c>, <c>completed</c>, <c>partial_failure</c>, <c>failed</c>, <c>cancelled</c> and others.</summary>
    public required string Status { get; init; }

    /// <summary>How many runs it has.</summary>
    public long? TotalItems { get; init; }

    /// <summary>How many have completed.</summary>
    public long? CompletedItems { get; init; }

    /// <summary>How many have failed.</summary>
    public long? FailedItems { get; init; }

    /// <summary>The runs, in the order of their inputs, as far as the gateway told them.</summary>
    public IReadOnlyList<RunInfo> Runs { get; init; } = [];

    /// <summary>All that the gateway says about it.</summary>
    public JsonElement Json { get; init; }
}
