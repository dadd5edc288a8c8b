using System.Collections.Concurrent;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Dispatching;

namespace Agnt5.Local.Hosting.Deployments;

/// <summary>The ways to the endpoints of all deployments.</summary>
/// <param name="directory">The deployments.</param>
/// <param name="sender">Sends slices.</param>
/// <param name="client">Sends HTTP.</param>
/// <param name="settings">The engine's settings.</param>
internal sealed class DeploymentConnections(DeploymentDirectory directory, SliceSender sender, EndpointClient client, EngineSettings settings) : IDispatchTargets, IDisposable
{
    private readonly ConcurrentDictionary<string, IEndpointConnection> _connections = new(StringComparer.Ordinal);

    /// <summary>Opens the way to what is synced.</summary>
    /// <exception cref="EndpointException">The URL, a header or the secret cannot be used.</exception>
    public IEndpointConnection Open(SyncRequest request) => request.Endpoint is { } endpoint
        ? settings.Around(new InProcessConnection(endpoint, request.SigningSecret, request.RequestTimeoutMs, settings.Time))
        : Open(request.Url!, request.SigningSecret, request.InvokeHeaders, request.RequestTimeoutMs);

    /// <summary>Opens the way to a deployment that was synced before this process began. There is none to one of an earlier process.</summary>
    public void Reopen(DeploymentState deployment, string? secret)
    {
        if (deployment.Url is { } url)
            _connections[deployment.DeploymentId] = Open(url, secret, deployment.InvokeHeaders, deployment.RequestTimeoutMs);
    }

    /// <returns>Whether there was no way to the deployment yet.</returns>
    public bool TryAdd(string deploymentId, IEndpointConnection connection) => _connections.TryAdd(deploymentId, connection);

    public void Set(string deploymentId, IEndpointConnection connection) => _connections[deploymentId] = connection;

    /// <summary>Whether there is a way to a deployment.</summary>
    public bool Has(string deploymentId) => _connections.ContainsKey(deploymentId);

    public bool IsHeld(string deploymentId) => !Has(deploymentId) || directory.Find(deploymentId) is not { } deployment || directory.Gates.FindClosed(deployment) is not null;

    public Task<InvokeResult> InvokeAsync(RunState run, ReadOnlyMemory<byte> input, CancellationToken abandoned) =>
        sender.SendAsync(_connections[run.Spec.DeploymentId], run, directory.Get(run.Spec.DeploymentId), input, abandoned);

    public void Dispose()
    {
        foreach (var connection in _connections.Values.Distinct())
            connection.Dispose();
        client.Dispose();
    }

    private IEndpointConnection Open(Uri url, string? secret, IReadOnlyDictionary<string, string> headers, long timeoutMs) =>
        settings.Around(new HttpConnection(client, new HttpConnectionSettings { Url = url, Secret = secret, InvokeHeaders = headers, RequestTimeoutMs = timeoutMs }, settings.Time));
}
