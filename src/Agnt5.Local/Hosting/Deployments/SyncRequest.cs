using Agnt5.Local.Engine;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Hosting.Deployments;

/// <summary>A release that is to become a deployment. Exactly one of <see cref="Url"/> and <see cref="Endpoint"/> is given.</summary>
internal sealed record SyncRequest
{
    /// <summary>The provider of an endpoint of this process.</summary>
    public const string LocalProvider = "local";

    /// <summary>Where the endpoint is mounted.</summary>
    public Uri? Url { get; init; }

    /// <summary>An endpoint of this process.</summary>
    public ServerlessEndpoint? Endpoint { get; init; }

    public string Environment { get; init; } = RunRequest.DefaultEnvironment;

    /// <summary><c>http</c>, <c>vercel</c>, <c>cloudflare</c>, <c>cloud-run</c> or <c>aws-lambda</c>. It says nothing for an endpoint of this process.</summary>
    public string Provider { get; init; } = "http";

    /// <summary>What names the release at its provider, or <see langword="null"/> for the hash of its manifest.</summary>
    public string? ImmutableRef { get; init; }

    /// <summary>The secret that signs invokes, or <see langword="null"/> to send them unsigned.</summary>
    public string? SigningSecret { get; init; }

    public long RequestTimeoutMs { get; init; } = 60_000;

    public long YieldBeforeTimeoutMs { get; init; } = 1_000;

    /// <summary>Further headers of each invoke.</summary>
    public IReadOnlyDictionary<string, string> InvokeHeaders { get; init; } = EmptyMetadata.Value;

    /// <summary>Whether its routes become active.</summary>
    public bool Activates { get; init; } = true;

    /// <summary>Whether it may take routes from their owners.</summary>
    public bool ReplacesRouteOwners { get; init; }

    /// <summary>Without the secret and the headers: they must not get into a log.</summary>
    public override string ToString() => $"{Url?.GetLeftPart(UriPartial.Path) ?? LocalProvider} for {Environment}";
}
