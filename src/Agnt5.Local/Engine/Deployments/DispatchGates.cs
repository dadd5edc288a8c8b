using Agnt5.Primitives;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>Whether runs are dispatched at all, and for this workspace. An operator opens and closes gates; both are open at first.</summary>
/// <param name="GlobalReason">Why the global gate is closed, or <see langword="null"/> while it is open.</param>
/// <param name="WorkspaceReason">Why the workspace's gate is closed, or <see langword="null"/> while it is open.</param>
internal sealed record DispatchGates(string? GlobalReason = null, string? WorkspaceReason = null)
{
    public static readonly DispatchGates Open = new();

    /// <summary>What stands between a deployment's runs and its endpoint, or <see langword="null"/>. Runs that exist keep their state, and go on when the way is free.</summary>
    public EnvironmentRefusal? FindClosed(DeploymentState deployment) =>
        GlobalReason is { } global ? Closed("global", global)
        : WorkspaceReason is { } workspace ? Closed("workspace's", workspace)
        : deployment.IsEnabled ? null
        : EnvironmentRefusals.Disabled(deployment);

    private static EnvironmentRefusal Closed(string which, string reason) =>
        new("DISPATCH_DISABLED", $"The {which} dispatch gate is closed ({CallerText.Shorten(reason)}), so nothing starts. Open it first.");
}
