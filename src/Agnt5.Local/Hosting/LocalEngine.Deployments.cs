using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Hosting.Loop;

namespace Agnt5.Local.Hosting;

internal sealed partial class LocalEngine
{
    /// <summary>Makes a deployment of a release, or finds the one that it has: asks the endpoint for its manifest, checks it, and gives the deployment its routes.</summary>
    /// <exception cref="EngineException">The endpoint does not answer, its manifest is refused, or a route has another owner.</exception>
    public async Task<ChangedDeployment> SyncAsync(SyncRequest request, CancellationToken cancellationToken = default)
    {
        if (EnvironmentName.FindProblem(request.Environment) is { } problem)
            throw new EngineException(EngineErrorKind.Invalid, EngineErrorCodes.InvalidEnvironment, problem);

        if (request.Endpoint is not null)
            PoolThreads.ProvideFor(_settings.MaxSlices);
        var (connection, deployment) = await ReleaseReader.ReadAsync(request, _connections, NowMs, cancellationToken).ConfigureAwait(false);
        // A caller who leaves now must not leave a deployment behind that nobody knows the way to.
        return await AddAsync(request, deployment, connection).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public DeploymentState? FindDeployment(string deploymentId) => _deployments.Find(deploymentId);

    /// <summary>An environment with its deployments, routes and history, or <see langword="null"/> when nothing was synced there.</summary>
    public EnvironmentState? FindEnvironment(string name) => _deployments.FindEnvironment(name);

    /// <summary>All environments, by name.</summary>
    public IReadOnlyList<EnvironmentState> ListEnvironments() => [.. _deployments.Environments];

    /// <summary>Gives a deployment its routes.</summary>
    /// <exception cref="EngineException">There is no such deployment, it is disabled, or a route has another owner.</exception>
    public Task<ChangedDeployment> ActivateAsync(string deploymentId, bool replacesRouteOwners = false, CancellationToken cancellationToken = default) =>
        AskAsync(_deployments.Get(deploymentId).Environment, nowMs => new ActivationAsked(nowMs, deploymentId, replacesRouteOwners), cancellationToken);

    /// <summary>Gives an earlier deployment its routes back.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="deploymentId">The deployment, or <see langword="null"/> for the one that was active before the latest.</param>
    /// <param name="cancellationToken">Ends the waiting, not the rollback.</param>
    /// <exception cref="EngineException">There is nothing to roll back to.</exception>
    public Task<ChangedDeployment> RollbackAsync(string environment, string? deploymentId = null, CancellationToken cancellationToken = default) =>
        AskAsync(environment, nowMs => new RollbackAsked(nowMs, deploymentId), cancellationToken);

    /// <summary>Lets a deployment start nothing more. Its runs keep their state, and what is on its way comes back.</summary>
    /// <exception cref="EngineException">There is no such deployment, or no reason.</exception>
    public Task<ChangedDeployment> DisableAsync(string deploymentId, string reason, CancellationToken cancellationToken = default) =>
        AskAsync(_deployments.Get(deploymentId).Environment, nowMs => new DisableAsked(nowMs, deploymentId, reason), cancellationToken);

    /// <summary>Lets a deployment start runs again, and its waiting runs go on.</summary>
    /// <exception cref="EngineException">There is no such deployment.</exception>
    public Task<ChangedDeployment> EnableAsync(string deploymentId, string? reason = null, CancellationToken cancellationToken = default) =>
        AskAsync(_deployments.Get(deploymentId).Environment, nowMs => new EnableAsked(nowMs, deploymentId, reason), cancellationToken);

    /// <summary>Opens or closes the gates that all runs go through.</summary>
    public Task<DispatchGates> SetGatesAsync(DispatchGates gates, CancellationToken cancellationToken = default) =>
        _loop.DoAsync(transaction => transaction.Changes.Gates = gates, cancellationToken);

    /// <summary>Takes a deployment and the way to it as they are, without asking the endpoint.</summary>
    internal async Task AddAsync(DeploymentState deployment, IEndpointConnection connection)
    {
        await AskAsync(deployment.Environment, nowMs => new Synced(nowMs, deployment, Activates: true, ReplacesRouteOwners: true), CancellationToken.None).ConfigureAwait(false);
        Connect(deployment, connection);
    }

    /// <summary>Takes a deployment, or disposes of the way to it when it is refused.</summary>
    internal async Task<ChangedDeployment> AddAsync(SyncRequest request, DeploymentState deployment, IEndpointConnection connection)
    {
        try
        {
            var changed = await AskAsync(request, deployment).ConfigureAwait(false);
            if (changed.Deployment.Url is null)
                Connect(changed.Deployment, connection);
            // A second sync of the same ref may be here first: then it knows the later secret.
            else if (changed.IsNew && _connections.TryAdd(changed.Deployment.DeploymentId, connection))
                _dispatcher.Release(changed.Deployment.DeploymentId);
            else
                Reconnect(changed.Deployment, connection);
            return changed;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private Task<ChangedDeployment> AskAsync(SyncRequest request, DeploymentState deployment) =>
        _loop.DoAsync(
            transaction =>
            {
                var asked = Ask(transaction, request.Environment, new Synced(transaction.NowMs, deployment, request.Activates, request.ReplacesRouteOwners));
                if (request.SigningSecret is { } secret)
                    transaction.Changes.Secrets[asked.Deployment.DeploymentId] = secret;
                return asked with { IsNew = asked.Deployment.DeploymentId == deployment.DeploymentId };
            },
            CancellationToken.None);

    /// <summary>A ref that was synced before stays at its URL, and has the secret that it was given last.</summary>
    private void Reconnect(DeploymentState deployment, IEndpointConnection connection)
    {
        connection.Dispose();
        // Of two syncs at once, the one that reads the secret later sets it later.
        lock (_connections)
            _connections.Reopen(deployment, _store.ReadSecret(deployment.DeploymentId));
        _dispatcher.Release(deployment.DeploymentId);
    }

    private void Connect(DeploymentState deployment, IEndpointConnection connection)
    {
        _connections.Set(deployment.DeploymentId, connection);
        _dispatcher.Release(deployment.DeploymentId);
        if (deployment.Provider != SyncRequest.LocalProvider)
            return;

        // The code of an earlier process is gone. Its runs go on with the code that there is now.
        foreach (var earlier in _deployments.FindEnvironment(deployment.Environment)?.Deployments.Values ?? [])
        {
            if (earlier.Provider != SyncRequest.LocalProvider || earlier.ServiceName != deployment.ServiceName || _connections.Has(earlier.DeploymentId))
                continue;
            _connections.Set(earlier.DeploymentId, connection);
            _dispatcher.Release(earlier.DeploymentId);
        }
    }

    private Task<ChangedDeployment> AskAsync(string environment, Func<long, EnvironmentHappening> happening, CancellationToken cancellationToken) =>
        _loop.DoAsync(transaction => Ask(transaction, environment, happening(transaction.NowMs)), cancellationToken);

    private ChangedDeployment Ask(Transaction transaction, string name, EnvironmentHappening happening)
    {
        var environment = transaction.Changes.Environments.GetValueOrDefault(name) ?? _deployments.FindEnvironment(name) ?? new EnvironmentState { Name = name };
        var decision = EnvironmentMachine.Apply(environment, happening);
        if (decision is { Refusal: { } refusal })
            throw new EngineException(refusal.Code == EngineErrorCodes.DeploymentNotFound ? EngineErrorKind.NotFound : EngineErrorKind.Conflict, refusal.Code, refusal.Message);

        if (decision.State != environment)
        {
            transaction.Changes.Environments[name] = decision.State;
            _schedules.LookAt(decision.State, transaction);
        }

        var deployment = decision.State.Deployments[decision.DeploymentId!];
        return new ChangedDeployment(
            deployment, [.. decision.State.Routes.Where(route => route.Value == deployment.DeploymentId).Select(static route => route.Key)], decision.Notices);
    }
}
