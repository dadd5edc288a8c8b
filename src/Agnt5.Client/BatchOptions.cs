using System.Text.Json;

namespace Agnt5;

/// <summary>How the runs of a batch are made.</summary>
public sealed record BatchOptions : CallOptions
{
    /// <summary>The key that makes a second call the same batch.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>How many run at once. Default: 10.</summary>
    public int MaxConcurrency { get; init; } = 10;

    /// <summary>Whether the others run after one has failed. Default: <see langword="true"/>.</summary>
    public bool ContinueOnFailure { get; init; } = true;

    /// <summary>How long the batch may take. Default: AGNT5's own.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long a run may take. Default: AGNT5's own.</summary>
    public TimeSpan? ItemTimeout { get; init; }

    /// <summary>What is kept with the batch: an object. Default: nothing.</summary>
    public JsonElement Metadata { get; init; }
}
