using System.Net;
using System.Net.Http;
using System.Security.Cryptography;

namespace Agnt5.Payloads;

/// <summary>The body of a large output's upload. The output is written again while it is sent, and must equal the output that was measured.</summary>
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
            // The value threw, or the HTTP handler got more bytes than were measured.
            throw new OutputChangedException(exception);
        }
    }
}
