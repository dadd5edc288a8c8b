namespace Agnt5.Local.Engine.Deployments;

/// <summary>The machine of an environment. Like the machines of runs and keys it is pure; its answer is a decision, because somebody waits for it.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A release is one deployment for each provider and ref. The same sync again changes nothing. The same ref with another manifest is refused.</item>
/// <item>A route has one active owner. A sync that would take a route from another deployment is refused as a whole, unless it replaces route owners. Then the other keeps its remaining routes.</item>
/// <item>A rollback gives an earlier deployment its routes back. Routes that it does not have stay with their owners: nobody loses a component by it.</item>
/// <item>A disabled deployment keeps its routes: its callers hear why, instead of reaching an older release.</item>
/// </list>
/// </remarks>
internal static class EnvironmentMachine
{
    /// <summary>The most lines of history.</summary>
    public const int MostHistory = 1_000;

    /// <summary>Applies what is asked. It never throws.</summary>
    public static EnvironmentDecision Apply(EnvironmentState state, EnvironmentHappening happening) => happening switch
    {
        Synced synced => SyncRule.Apply(state, synced),
        ActivationAsked asked => Find(state, asked.DeploymentId, deployment => Activate(state, deployment, asked.AtMs, asked.ReplacesRouteOwners)),
        RollbackAsked asked => RollbackRule.Apply(state, asked),
        DisableAsked asked => Find(state, asked.DeploymentId, deployment => Disable(state, deployment, asked)),
        EnableAsked asked => Find(state, asked.DeploymentId, deployment => Enable(state, deployment, asked)),
        _ => new(state, null, null, []),
    };

    /// <summary>Makes a deployment the owner of its routes, as far as nobody else is or it may replace them.</summary>
    public static EnvironmentDecision Activate(
        EnvironmentState state, DeploymentState deployment, long atMs, bool replaces, EnvironmentChangeKind kind = EnvironmentChangeKind.Activated, IReadOnlyList<string>? notices = null)
    {
        List<string> open = [];
        List<string> taken = [];
        foreach (var component in deployment.Components)
            if (!state.Routes.TryGetValue(component.Route, out var owner))
                open.Add(component.Route);
            else if (owner != deployment.DeploymentId)
                taken.Add(component.Route);
        if (taken.Count > 0 && !replaces)
            return Refuse(state, deployment.DeploymentId, EnvironmentRefusals.Conflict(state, taken));
        if (open.Count + taken.Count == 0)
            return new(state, deployment.DeploymentId, null, notices ?? []);
        if (!deployment.IsEnabled)
            return Refuse(state, deployment.DeploymentId, EnvironmentRefusals.Disabled(deployment));

        var routes = state.Routes.SetItems(open.Concat(taken).Select(route => KeyValuePair.Create(route, deployment.DeploymentId)));
        var note = taken.Count == 0 ? null : $"replaced the owners of {taken.Count} {(taken.Count == 1 ? "route" : "routes")}";
        return new(Remember(state with { Routes = routes }, new(atMs, kind, deployment.DeploymentId, note)), deployment.DeploymentId, null, notices ?? []);
    }

    public static EnvironmentDecision Refuse(EnvironmentState state, string? deploymentId, EnvironmentRefusal refusal) => new(state, deploymentId, refusal, []);

    /// <summary>Adds a line to the history.</summary>
    public static EnvironmentState Remember(EnvironmentState state, EnvironmentChange change)
    {
        var history = state.History.Add(change);
        return state with { History = history.Count > MostHistory ? history.RemoveAt(0) : history };
    }

    private static EnvironmentDecision Find(EnvironmentState state, string deploymentId, Func<DeploymentState, EnvironmentDecision> then) =>
        state.Deployments.TryGetValue(deploymentId, out var deployment) ? then(deployment) : Refuse(state, null, EnvironmentRefusals.NotFound(state, deploymentId));

    private static EnvironmentDecision Disable(EnvironmentState state, DeploymentState deployment, DisableAsked asked)
    {
        if (string.IsNullOrWhiteSpace(asked.Reason))
            return Refuse(state, deployment.DeploymentId, EnvironmentRefusals.NoReason(deployment.DeploymentId));
        return deployment is { IsEnabled: false, DisabledReason: var reason } && reason == asked.Reason
            ? new(state, deployment.DeploymentId, null, [])
            : Set(state, deployment with { IsEnabled = false, DisabledReason = asked.Reason }, new(asked.AtMs, EnvironmentChangeKind.Disabled, deployment.DeploymentId, asked.Reason));
    }

    private static EnvironmentDecision Enable(EnvironmentState state, DeploymentState deployment, EnableAsked asked) => deployment.IsEnabled
        ? new(state, deployment.DeploymentId, null, [])
        : Set(state, deployment with { IsEnabled = true, DisabledReason = null }, new(asked.AtMs, EnvironmentChangeKind.Enabled, deployment.DeploymentId, asked.Reason));

    private static EnvironmentDecision Set(EnvironmentState state, DeploymentState deployment, EnvironmentChange change) =>
        new(Remember(state with { Deployments = state.Deployments.SetItem(deployment.DeploymentId, deployment) }, change), deployment.DeploymentId, null, []);
}
