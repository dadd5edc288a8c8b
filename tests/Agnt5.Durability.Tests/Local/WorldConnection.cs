using System.Text;
using Agnt5.Durability.Tests.Platform;
using Agnt5.Local.Dispatch;

namespace Agnt5.Durability.Tests.Local;

/// <summary>
/// The way to the endpoint of this process, in a world that counts the slices. The endpoint sees the run's id of the played platform: what is random in a run follows from it.
/// </summary>
internal sealed class WorldConnection(IEndpointConnection endpoint, World world) : IEndpointConnection
{
    private const string RunId = "run_1";

    public bool TakesPayloadLinks => false;

    public Task<ReadOnlyMemory<byte>> GetManifestAsync(CancellationToken cancellationToken) => endpoint.GetManifestAsync(cancellationToken);

    public async Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        world.BeginSlice();
        try
        {
            var body = Encoding.UTF8.GetString(request.Body.Span).Replace(request.RunId, RunId, StringComparison.Ordinal);
            return await endpoint.InvokeAsync(new InvokeRequest(RunId, request.Attempt, Encoding.UTF8.GetBytes(body)), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            world.EndSlice();
        }
    }

    public void Dispose() => endpoint.Dispose();
}
