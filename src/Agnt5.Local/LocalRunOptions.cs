namespace Agnt5.Local;

/// <summary>What a run is started with beside its input.</summary>
public sealed class LocalRunOptions
{
    /// <summary>The session whose messages an agent goes on with. Default: none, so that the run is a session of its own.</summary>
    public string? SessionId { get; set; }

    /// <summary>The user on whose behalf it runs. Default: none.</summary>
    public string? UserId { get; set; }

    /// <summary>The tenant. Default: none.</summary>
    public string? TenantId { get; set; }

    /// <summary>A key that stands for one run of the component, for 24 hours where the component declares nothing else. Default: none.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>What the component's context has as metadata.</summary>
    public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();
}
