using System.Collections.Immutable;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Storage.Sqlite.Saved;

/// <summary>An environment without its deployments, which have rows of their own.</summary>
internal sealed class SavedEnvironment
{
    public Dictionary<string, string> Routes { get; set; } = [];

    public List<EnvironmentChange> History { get; set; } = [];

    public static SavedEnvironment Of(EnvironmentState environment) => new() { Routes = new(environment.Routes), History = [.. environment.History] };

    public EnvironmentState ToState(string name, IEnumerable<DeploymentState> deployments) => new()
    {
        Name = name,
        Deployments = deployments.ToImmutableSortedDictionary(static deployment => deployment.DeploymentId, static deployment => deployment, StringComparer.Ordinal),
        Routes = Routes.ToImmutableSortedDictionary(StringComparer.Ordinal),
        History = [.. History],
    };
}
