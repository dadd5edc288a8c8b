namespace Agnt5;

/// <summary>What one call says otherwise than <see cref="Agnt5ClientOptions"/>.</summary>
public record CallOptions
{
    /// <summary>The tenant: 1 to 64 letters, digits, <c>-</c> and <c>_</c>. Calls about a run need the tenant that it was started for.</summary>
    public string? TenantId { get; init; }

    /// <summary>The deployment. A key that is pinned to another one is refused.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>The W3C <c>traceparent</c> that the call belongs to. Default: <see cref="HttpClient"/> sends that of <see cref="System.Diagnostics.Activity.Current"/>.</summary>
    public string? TraceParent { get; init; }
}
