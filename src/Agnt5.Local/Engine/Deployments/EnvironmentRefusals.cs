using Agnt5.Primitives;
using Agnt5.Shared;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>What an environment refuses, in words.</summary>
internal static class EnvironmentRefusals
{
    private const int ShownRoutes = 5;

    public static EnvironmentRefusal NotFound(EnvironmentState state, string deploymentId) => new(
        "DEPLOYMENT_NOT_FOUND",
        $"The environment {QuotedText.Of(state.Name)} has no deployment {QuotedText.Of(deploymentId)}. Sync the endpoint first, or take the id from the list of deployments.");

    public static EnvironmentRefusal ManifestChanged(DeploymentState existing) => new(
        "IMMUTABLE_REF_REUSED",
        $"The ref {QuotedText.Of(existing.ImmutableRef)} of {existing.Provider} is the deployment {existing.DeploymentId} already, with another manifest. "
            + "Runs are pinned to what it was. Sync the new release under a ref of its own.");

    public static EnvironmentRefusal Conflict(EnvironmentState state, IReadOnlyList<string> taken)
    {
        var shown = string.Join(", ", taken.Take(ShownRoutes).Select(route => $"{QuotedText.Of(route)} (owned by {state.Routes[route]})"));
        var more = taken.Count > ShownRoutes ? $" and {taken.Count - ShownRoutes} more" : "";
        return new(
            "ROUTE_CONFLICT",
            $"{taken.Count} {(taken.Count == 1 ? "route has" : "routes have")} another active owner in {QuotedText.Of(state.Name)}: {shown}{more}. "
                + "Sync again with --replace-route-owners to take them over, or with --activate=false to leave them.");
    }

    public static EnvironmentRefusal Disabled(DeploymentState deployment) => new(
        "DEPLOYMENT_DISABLED",
        $"The deployment {deployment.DeploymentId} is disabled{(deployment.DisabledReason is { } reason ? $" ({CallerText.Shorten(reason)})" : "")} and starts nothing. Enable it first.");

    public static EnvironmentRefusal NeverActive(string deploymentId) => new(
        "NOTHING_TO_ROLL_BACK_TO",
        $"The deployment {deploymentId} was never active, so there is nothing to roll back to. Activate it instead.");

    public static EnvironmentRefusal NoEarlier(EnvironmentState state) => new(
        "NOTHING_TO_ROLL_BACK_TO",
        $"The environment {QuotedText.Of(state.Name)} has no deployment that was active before the latest one and has a route of it. Name the deployment to roll back to.");

    public static EnvironmentRefusal NoReason(string deploymentId) => new(
        "REASON_REQUIRED",
        $"The deployment {deploymentId} is not disabled without a reason. Say why with --reason, for those who wonder later.");
}
