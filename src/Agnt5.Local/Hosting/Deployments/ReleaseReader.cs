using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Hosting.Deployments;

/// <summary>Reads what an endpoint says of itself when it is synced.</summary>
internal static class ReleaseReader
{
    /// <returns>The way to the endpoint, and the deployment that its manifest makes, with a fresh id.</returns>
    /// <exception cref="EngineException">The endpoint does not answer, or its manifest is refused.</exception>
    public static async Task<(IEndpointConnection Connection, DeploymentState Deployment)> ReadAsync(
        SyncRequest request, DeploymentConnections connections, long nowMs, CancellationToken cancellationToken)
    {
        IEndpointConnection? connection = null;
        try
        {
            connection = connections.Open(request);
            var deployment = Deployment(request, await connection.GetManifestAsync(cancellationToken).ConfigureAwait(false), nowMs);
            return (connection, deployment);
        }
        catch (EndpointException exception)
        {
            connection?.Dispose();
            throw new EngineException(EngineErrorKind.Unreachable, exception.Code, exception.Message, exception);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    private static DeploymentState Deployment(SyncRequest request, ReadOnlyMemory<byte> bytes, long nowMs)
    {
        var reading = ManifestImport.Read(bytes);
        if (reading.Manifest is not { } manifest)
        {
            var problems = string.Join(" ", reading.Problems.Select(static problem => $"{problem}."));
            throw new EngineException(EngineErrorKind.Invalid, EngineErrorCodes.ManifestRefused, $"The manifest is refused, so nothing was deployed. {problems}");
        }

        return new DeploymentState
        {
            DeploymentId = EngineIds.Deployment(nowMs),
            Environment = request.Environment,
            Provider = request.Endpoint is null ? request.Provider : SyncRequest.LocalProvider,
            ImmutableRef = request.ImmutableRef ?? manifest.Hash,
            Url = request.Url,
            ServiceName = manifest.ServiceName,
            ServiceVersion = manifest.ServiceVersion,
            ManifestHash = manifest.Hash,
            Components = manifest.Components,
            RequestTimeoutMs = request.RequestTimeoutMs,
            YieldBeforeTimeoutMs = request.YieldBeforeTimeoutMs,
            InvokeHeaders = request.InvokeHeaders,
            CreatedAtMs = nowMs,
        };
    }
}
