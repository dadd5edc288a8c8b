using System.Collections.Frozen;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>One release of a service: what its manifest said when it was imported, and how it is reached. Runs stay pinned to it.</summary>
internal sealed record DeploymentState
{
    private readonly IReadOnlyList<ComponentSpec> _components = [];
    private readonly FrozenDictionary<string, ComponentSpec> _byRoute = FrozenDictionary<string, ComponentSpec>.Empty;

    public required string DeploymentId { get; init; }

    public required string Environment { get; init; }

    /// <summary><c>http</c>, <c>vercel</c>, <c>cloudflare</c>, <c>cloud-run</c>, <c>aws-lambda</c>, or <c>local</c> for an endpoint of this process.</summary>
    public required string Provider { get; init; }

    /// <summary>What names the release at its provider. Provider and ref together have one deployment in an environment.</summary>
    public required string ImmutableRef { get; init; }

    /// <summary>Where the endpoint is mounted, or <see langword="null"/> for one of this process.</summary>
    public Uri? Url { get; init; }

    public string? ServiceName { get; init; }

    public string? ServiceVersion { get; init; }

    /// <summary>SHA-256 of the manifest's bytes, lower-case hex.</summary>
    public required string ManifestHash { get; init; }

    /// <summary>The manifest's components. No two have one route (<see cref="ManifestImport"/>).</summary>
    public IReadOnlyList<ComponentSpec> Components
    {
        get => _components;
        init
        {
            _components = value;
            _byRoute = value.ToFrozenDictionary(static component => component.Route, StringComparer.Ordinal);
        }
    }

    /// <summary>How long one request may take, in ms. The budget's deadline follows from it.</summary>
    public required long RequestTimeoutMs { get; init; }

    /// <summary>How long before the deadline a slice should yield, in ms.</summary>
    public required long YieldBeforeTimeoutMs { get; init; }

    /// <summary>Further headers of each invoke.</summary>
    public IReadOnlyDictionary<string, string> InvokeHeaders { get; init; } = EmptyMetadata.Value;

    /// <summary>Whether its runs are dispatched.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Why it is disabled, or <see langword="null"/>.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>When it was synced first, Unix ms.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Finds a component of this deployment, active or not.</summary>
    /// <param name="route">Its <see cref="ComponentSpec.Route"/>.</param>
    public ComponentSpec? Find(string route) => _byRoute.GetValueOrDefault(route);
}
