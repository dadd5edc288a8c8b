using Agnt5.Durability.Tests.Platform;
using Agnt5.Local.Dispatch;

namespace Agnt5.Durability.Tests.Local;

/// <summary>The way to the endpoint of this process, in a world that counts the slices.</summary>
internal sealed class WorldConnection(IEndpointConnection endpoint, World world) : IEndpointConnection
{
    public bool TakesPayloadLinks => false;

    public Task<ReadOnlyMemory<byte>> GetManifestAsync(CancellationToken cancellationToken) => endpoint.GetManifestAsync(cancellationToken);

    public async Task<InvokeResult> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        world.BeginSlice();
        try
        {
            return await endpoint.InvokeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            world.EndSlice();
        }
    }

    public void Dispose() => endpoint.Dispose();
}
