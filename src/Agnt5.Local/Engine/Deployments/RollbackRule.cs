namespace Agnt5.Local.Engine.Deployments;

/// <summary>A rollback: an earlier deployment gets its routes back.</summary>
internal static class RollbackRule
{
    public static EnvironmentDecision Apply(EnvironmentState state, RollbackAsked asked)
    {
        if (asked.DeploymentId is { } named && !state.Deployments.ContainsKey(named))
            return EnvironmentMachine.Refuse(state, null, EnvironmentRefusals.NotFound(state, named));
        if ((asked.DeploymentId ?? FindEarlier(state)) is not { } target)
            return EnvironmentMachine.Refuse(state, null, EnvironmentRefusals.NoEarlier(state));
        if (!WasActive(state, target))
            return EnvironmentMachine.Refuse(state, target, EnvironmentRefusals.NeverActive(target));
        return EnvironmentMachine.Activate(state, state.Deployments[target], asked.AtMs, replaces: true, EnvironmentChangeKind.RolledBack);
    }

    // The latest release's predecessor: the last one before it that has a route of it, since other services share the environment. A rollback is no release: the next one goes a step further back.
    private static string? FindEarlier(EnvironmentState state)
    {
        List<string> releases = [];
        foreach (var change in state.History)
            if (change.Kind == EnvironmentChangeKind.Activated)
            {
                releases.Remove(change.DeploymentId);
                releases.Add(change.DeploymentId);
            }
            else if (change.Kind == EnvironmentChangeKind.RolledBack)
            {
                var target = releases.IndexOf(change.DeploymentId);
                releases = [.. releases.Where((release, index) => index < target || !ShareRoute(state, release, change.DeploymentId)), change.DeploymentId];
            }

        return releases is [.. var others, var latest] ? others.FindLast(other => ShareRoute(state, other, latest)) : null;
    }

    private static bool ShareRoute(EnvironmentState state, string one, string other) =>
        state.Deployments.TryGetValue(one, out var first) && state.Deployments.TryGetValue(other, out var second) && first.Components.Any(component => second.Find(component.Route) is not null);

    private static bool WasActive(EnvironmentState state, string deploymentId) =>
        state.Routes.ContainsValue(deploymentId)
        || state.History.Any(change => change.DeploymentId == deploymentId && change.Kind is EnvironmentChangeKind.Activated or EnvironmentChangeKind.RolledBack);
}
