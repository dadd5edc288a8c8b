using System.Collections.Immutable;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>An environment as it is between two happenings: its deployments, and which of them owns each route.</summary>
internal sealed record EnvironmentState
{
    /// <summary>The name (<see cref="EnvironmentName"/>).</summary>
    public required string Name { get; init; }

    /// <summary>All deployments by id, active or not. None is ever removed: runs are pinned to them.</summary>
    public ImmutableSortedDictionary<string, DeploymentState> Deployments { get; init; } = ImmutableSortedDictionary.Create<string, DeploymentState>(StringComparer.Ordinal);

    /// <summary>The active owner of each route (<c>{type}:{name}</c>), by its deployment's id. Sorted, so that what follows from it has one order.</summary>
    public ImmutableSortedDictionary<string, string> Routes { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What was done, oldest first. The oldest of more than <see cref="EnvironmentMachine.MostHistory"/> are forgotten.</summary>
    public ImmutableList<EnvironmentChange> History { get; init; } = [];

    /// <summary>The component that new runs of a route go to, or <see langword="null"/> when nobody owns the route.</summary>
    public ActiveComponent? FindActive(string route) =>
        Routes.TryGetValue(route, out var owner) && Deployments.TryGetValue(owner, out var deployment) && deployment.Find(route) is { } component
            ? new(deployment, component)
            : null;

    /// <summary>All active components, in the order of their routes.</summary>
    public IEnumerable<ActiveComponent> Active() => Routes.Keys.Select(FindActive).OfType<ActiveComponent>();
}

/// <summary>A component whose route is active, with the deployment that owns it.</summary>
internal sealed record ActiveComponent(DeploymentState Deployment, ComponentSpec Component);

/// <summary>A line of an environment's history.</summary>
/// <param name="AtMs">When, Unix ms.</param>
/// <param name="Kind">What was done.</param>
/// <param name="DeploymentId">With which deployment.</param>
/// <param name="Note">Why, or what came of it, or <see langword="null"/>.</param>
internal sealed record EnvironmentChange(long AtMs, EnvironmentChangeKind Kind, string DeploymentId, string? Note = null);

/// <summary>What is done with a deployment.</summary>
internal enum EnvironmentChangeKind
{
    Synced,

    Activated,

    RolledBack,

    Disabled,

    Enabled,
}
