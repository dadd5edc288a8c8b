namespace Agnt5;

/// <summary>Which runs are listed.</summary>
public sealed record RunFilter
{
    /// <summary>The component's name on the wire.</summary>
    public string? ComponentName { get; init; }

    /// <summary>The status.</summary>
    public RunStatus? Status { get; init; }

    /// <summary>The deployment.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>How many at most.</summary>
    public int? Limit { get; init; }
}
