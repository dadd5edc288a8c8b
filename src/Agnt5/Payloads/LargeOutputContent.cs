using System.Net;
using System.Net.Http;
using System.Security.Cryptography;

namespace Agnt5.Payloads;

/// <summary>A large output as the body of its upload. It is written anew while it is sent, and must be what it was when it was measured.</summary>
internal sealed class LargeOutputContent : HttpContent
{
    private readonly LargeOutput _output;

    public LargeOutputContent(LargeOutput output, string contentType)
    {
        _output = output;
        Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var sha256 = SHA256.Create();
        var hashed = new CryptoStream(stream, sha256, CryptoStreamMode.Write, leaveOpen: true);
        await using (hashed.ConfigureAwait(false))
            await WriteAsync(hashed, cancellationToken).ConfigureAwait(false);

        if (!sha256.Hash.AsSpan().SequenceEqual(_output.Sha256))
            throw new OutputChangedException();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _output.Length;
        return true;
    }

    private async Task WriteAsync(Stream destination, CancellationToken cancellationToken)
    {
        try
        {
            await _output.WriteAsync(destination, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (IOException or OperationCanceledException))
        {
            // The value's own, or the handler's word for more bytes than were measured.
            throw new OutputChangedException(exception);
        }
    }
}
