namespace Agnt5.Local.Engine.Deployments;

/// <summary>A sync: a new deployment, or the one that provider and ref have already.</summary>
internal static class SyncRule
{
    public static EnvironmentDecision Apply(EnvironmentState state, Synced synced)
    {
        var release = synced.Deployment;
        if (state.Deployments.Values.FirstOrDefault(known => known.Provider == release.Provider && known.ImmutableRef == release.ImmutableRef) is { } existing)
            return Again(state, existing, synced);

        var added = EnvironmentMachine.Remember(
            state with { Deployments = state.Deployments.SetItem(release.DeploymentId, release) },
            new(synced.AtMs, EnvironmentChangeKind.Synced, release.DeploymentId));
        if (!synced.Activates)
            return new(added, release.DeploymentId, null, []);

        var decision = EnvironmentMachine.Activate(added, release, synced.AtMs, synced.ReplacesRouteOwners);
        // What is refused is not there: the next sync of the ref begins anew.
        return decision.Refusal is null ? decision : decision with { State = state, DeploymentId = null };
    }

    private static EnvironmentDecision Again(EnvironmentState state, DeploymentState existing, Synced synced)
    {
        if (existing.ManifestHash != synced.Deployment.ManifestHash)
            return EnvironmentMachine.Refuse(state, existing.DeploymentId, EnvironmentRefusals.ManifestChanged(existing));
        string[] notices = [.. Differences(existing, synced.Deployment)];
        return synced.Activates
            ? EnvironmentMachine.Activate(state, existing, synced.AtMs, synced.ReplacesRouteOwners, notices: notices)
            : new(state, existing.DeploymentId, null, notices);
    }

    // Runs count on what their deployment was when it was synced first.
    private static IEnumerable<string> Differences(DeploymentState existing, DeploymentState again)
    {
        if (existing.Url != again.Url)
            yield return Stays("URL", existing.Url?.ToString() ?? "of this process");
        if (existing.RequestTimeoutMs != again.RequestTimeoutMs)
            yield return Stays("request timeout", $"{existing.RequestTimeoutMs} ms");
        if (existing.YieldBeforeTimeoutMs != again.YieldBeforeTimeoutMs)
            yield return Stays("yield margin", $"{existing.YieldBeforeTimeoutMs} ms");
        // Headers may hold secrets, so their values are not shown.
        if (existing.InvokeHeaders.Count != again.InvokeHeaders.Count || existing.InvokeHeaders.Any(header => again.InvokeHeaders.GetValueOrDefault(header.Key) != header.Value))
            yield return "The deployment's invoke headers stay as they were: a ref is synced once. Sync a new ref to change them.";

        static string Stays(string what, string value) => $"The deployment's {what} stays {value}: a ref is synced once. Sync a new ref to change it.";
    }
}
