using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Agnt5.Primitives;

namespace Agnt5.Protocol;

/// <summary>
/// A request's body behind the text that its signature covers as well: <c>timestamp.attempt-id.</c> and then the raw bytes, in one
/// run, so that the MAC is computed over it in one go and nothing is copied for it (protocol section 3).
/// </summary>
internal sealed class SignedBody : IDisposable
{
    private const int InitialCapacity = 4096;

    private readonly PooledBuffer _buffer = new(InitialCapacity);
    private int _bodyStart;

    private SignedBody()
    {
    }

    /// <summary>The signature's headers, or <see langword="null"/> for an unsigned request. Once the gate has let the request in, they are verified.</summary>
    public SignatureHeaders? Headers { get; private init; }

    /// <summary>What the MAC covers.</summary>
    public ReadOnlySpan<byte> SignedMessage => _buffer.Span;

    /// <summary>The raw body.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.Memory[_bodyStart..];

    /// <summary>
    /// Reads the body up to <paramref name="limit"/> bytes. Memory grows with what arrives, whatever length the caller declared, and
    /// nothing past the limit is read (protocol section 8).
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="headers">The signature's headers, or <see langword="null"/> when unsigned requests are allowed.</param>
    /// <param name="limit">The most bytes that a body may have.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    public static async ValueTask<Result<SignedBody>> ReadAsync(
        ServerlessRequest request, SignatureHeaders? headers, long limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return TooLarge(limit);

        var body = new SignedBody { Headers = headers };
        try
        {
            body.WritePrefix(headers);
            if (await body.FillAsync(request.Body, limit, cancellationToken).ConfigureAwait(false) is not { } failure)
                return body;

            body.Dispose();
            return failure;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose() => _buffer.Dispose();

    private void WritePrefix(SignatureHeaders? headers)
    {
        if (headers is null)
            return;

        Encoding.UTF8.GetBytes(headers.Timestamp, _buffer);
        _buffer.Write("."u8);
        Encoding.UTF8.GetBytes(headers.AttemptId, _buffer);
        _buffer.Write("."u8);
        _bodyStart = _buffer.Length;
    }

    private async ValueTask<Failure?> FillAsync(PipeReader reader, long limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult read;
            try
            {
                read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Each web server has exceptions of its own for a caller that left, or for a body that it cannot read.
                return Broken(exception);
            }

            var arrived = read.Buffer;
            if (_buffer.Length - _bodyStart + arrived.Length > limit)
            {
                reader.AdvanceTo(arrived.End);
                return TooLarge(limit);
            }

            foreach (var segment in arrived)
                _buffer.Write(segment.Span);
            reader.AdvanceTo(arrived.End);
            // Asked first: a pipe that was cancelled and then completed says both.
            if (read.IsCanceled)
                return Broken(cause: null);
            if (read.IsCompleted)
                return null;
        }
    }

    private static Failure Broken(Exception? cause) =>
        new(400, ErrorCodes.InvalidRequest, "The invoke request's body ended before it was complete.") { Cause = cause };

    private static Failure TooLarge(long limit) =>
        new(413, ErrorCodes.PayloadTooLarge, $"The request body is larger than this endpoint's limit of {limit} bytes.");
}
