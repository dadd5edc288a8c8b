using System.Collections.Concurrent;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting.Deployments;

/// <summary>The environments and their deployments as they were last committed, for any thread.</summary>
internal sealed class DeploymentDirectory
{
    private readonly ConcurrentDictionary<string, EnvironmentState> _environments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DeploymentState> _deployments = new(StringComparer.Ordinal);
    private volatile DispatchGates _gates = DispatchGates.Open;

    /// <summary>Whether anything is dispatched at all.</summary>
    public DispatchGates Gates
    {
        get => _gates;
        set => _gates = value;
    }

    public IEnumerable<EnvironmentState> Environments => _environments.Values.OrderBy(static environment => environment.Name, StringComparer.Ordinal);

    /// <summary>Follows what was committed.</summary>
    public void Follow(EnvironmentState environment)
    {
        foreach (var (deploymentId, deployment) in environment.Deployments)
            _deployments[deploymentId] = deployment;
        _environments[environment.Name] = environment;
    }

    public EnvironmentState? FindEnvironment(string name) => _environments.GetValueOrDefault(name);

    public DeploymentState? Find(string deploymentId) => _deployments.GetValueOrDefault(deploymentId);

    /// <exception cref="EngineException">There is no such deployment.</exception>
    public DeploymentState Get(string deploymentId) =>
        Find(deploymentId) ?? throw new EngineException(EngineErrorKind.NotFound, EngineErrorCodes.DeploymentNotFound, $"There is no deployment {deploymentId}.");

    /// <summary>Finds the component that a request means, and the deployment to run it on.</summary>
    /// <exception cref="EngineException">There is none, or it starts nothing now.</exception>
    public ActiveComponent Resolve(RunRequest request)
    {
        var route = $"{request.ComponentType}:{request.ComponentName}";
        var active = request.DeploymentId is { } pinned ? Pinned(Get(pinned), route) : Owner(request.Environment, route);
        if (_gates.FindClosed(active.Deployment) is { } closed)
            throw new EngineException(EngineErrorKind.Conflict, closed.Code, closed.Message);
        return active;
    }

    private static ActiveComponent Pinned(DeploymentState deployment, string route) => deployment.Find(route) is { } component
        ? new ActiveComponent(deployment, component)
        : throw new EngineException(EngineErrorKind.NotFound, EngineErrorCodes.ComponentNotFound, $"Deployment {deployment.DeploymentId} has no component {route}.");

    private ActiveComponent Owner(string environment, string route) => FindEnvironment(environment)?.FindActive(route) ?? throw new EngineException(
        EngineErrorKind.NotFound,
        EngineErrorCodes.ComponentNotFound,
        $"No active deployment of {environment} has a component {route}. Sync the service that has it, or check the name.");
}
