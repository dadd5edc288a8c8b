using System.Net;

namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>A body that stops in the middle and never ends.</summary>
/// <param name="sent">How many bytes are sent.</param>
/// <param name="declared">How many bytes the headers promise.</param>
internal sealed class StalledContent(int sent, int declared) : HttpContent
{
    private readonly TaskCompletionSource _stalls = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when all is sent that will be.</summary>
    public Task Stalls => _stalls.Task;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var piece = new byte[64 * 1024];
        for (var left = sent; left > 0; left -= piece.Length)
            await stream.WriteAsync(piece.AsMemory(0, Math.Min(piece.Length, left)), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        _stalls.SetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = declared;
        return true;
    }
}
