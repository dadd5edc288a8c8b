using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;

namespace Agnt5.Local.Dispatch;

/// <summary>The body of an invoke over HTTP. It knows whether its memory may still be read.</summary>
internal sealed class InvokeContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;

    public InvokeContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Whether all was written, so that nobody reads the memory any more.</summary>
    public bool IsSent { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsSent = false;
        await stream.WriteAsync(_body, cancellationToken).ConfigureAwait(false);
        IsSent = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
