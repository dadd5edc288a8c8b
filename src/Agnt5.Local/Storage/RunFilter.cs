using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Storage;

/// <summary>Which runs a list shows. What is <see langword="null"/> does not matter.</summary>
internal sealed record RunFilter
{
    public string? ComponentName { get; init; }

    public IReadOnlyList<RunPhase>? Phases { get; init; }

    public string? DeploymentId { get; init; }

    /// <summary>The most runs.</summary>
    public int Limit { get; init; } = 100;

    public bool Matches(RunState run) =>
        (ComponentName is null || run.Spec.ComponentName == ComponentName) && (DeploymentId is null || run.Spec.DeploymentId == DeploymentId) && (Phases is null || Phases.Contains(run.Phase));
}
