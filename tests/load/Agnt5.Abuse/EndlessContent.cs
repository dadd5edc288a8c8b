using System.Net;

namespace Agnt5.Abuse;

/// <summary>A body that stops in the middle and never ends.</summary>
/// <param name="sent">How many bytes are sent.</param>
/// <param name="declared">How many bytes the headers promise.</param>
internal sealed class EndlessContent(int sent, int declared) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var chunk = new byte[64 * 1024];
        for (var left = sent; left > 0; left -= chunk.Length)
            await stream.WriteAsync(chunk.AsMemory(0, Math.Min(chunk.Length, left)), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = declared;
        return true;
    }
}
