using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Hosting.Runs;

/// <summary>A run that somebody wants.</summary>
internal sealed record RunRequest
{
    public const string DefaultEnvironment = EnvironmentName.Default;

    /// <summary><c>workflow</c>, <c>function</c>, <c>tool</c> or <c>agent</c>.</summary>
    public required string ComponentType { get; init; }

    public required string ComponentName { get; init; }

    /// <summary>The input as UTF-8 JSON. Empty means <c>{}</c>. The engine keeps the memory: it must not change any more.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    public string Environment { get; init; } = DefaultEnvironment;

    /// <summary>The deployment to run on, or <see langword="null"/> for the owner of the component's route in the environment.</summary>
    public string? DeploymentId { get; init; }

    public string? SessionId { get; init; }

    public string? UserId { get; init; }

    public string? TenantId { get; init; }

    /// <summary>A key that stands for one run of the component in the environment, for 24 hours.</summary>
    public string? IdempotencyKey { get; init; }

    public string? TraceParent { get; init; }

    public string? ParentRunId { get; init; }

    /// <summary>The first run of the tree, or <see langword="null"/> for the parent.</summary>
    public string? RootRunId { get; init; }

    /// <summary>Whether the caller wants deltas while an answer is made.</summary>
    public bool IsStreaming { get; init; }

    public string? EventRunId { get; init; }

    /// <summary>What the invoke's metadata has in every slice.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Value;
}
