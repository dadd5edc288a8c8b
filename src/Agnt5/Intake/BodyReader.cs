using System.Buffers;
using System.IO.Pipelines;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Intake;

/// <summary>
/// Reads bodies whose signature is not known yet, within bounds: bytes of one body, time for one body, and memory of all together (protocol sections 3 and 8).
/// </summary>
/// <param name="limit">The most bytes that a body may have.</param>
/// <param name="timeout">How long a body may take.</param>
/// <param name="mostUnverified">The most memory of all bodies that nobody has verified. One body always fits.</param>
/// <param name="time">The clock.</param>
internal sealed class BodyReader(long limit, TimeSpan timeout, long mostUnverified, TimeProvider time)
{
    /// <summary>What answers a request that there is no memory for. Whoever gave way finds room again as soon as a body has arrived or was given up.</summary>
    public static readonly Failure Busy = new(503, ErrorCodes.Busy, "This endpoint is receiving too many requests at once, so it gave this one up. Send it again later.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    // The signed text before a body is short; headers have a limit of the web server's. A body is held twice for a moment, when its parts become one run.
    private const int MostSignedText = 64 * 1024;

    private readonly BufferPool _pool = new(time);
    private readonly UnverifiedBytes _unverified = new(Math.Max(mostUnverified, limit + BufferPool.SizeOf((int)limit + MostSignedText)), Busy);
    private Failure? _tooSlow; // Put together only where a body is waited for.

    /// <summary>The memory of all bodies that nobody has verified.</summary>
    public UnverifiedBytes Unverified => _unverified;

    /// <summary>
    /// Reads a body. Memory grows with what arrives, whatever length the caller declared, and nothing past the limit is read.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="headers">The signature's headers, or <see langword="null"/> when unsigned requests are allowed.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    public ValueTask<Result<SignedBody>> ReadAsync(ServerlessRequest request, SignatureHeaders? headers, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit || request.WholeBody?.Length > limit)
            return new(TooLarge());
        if (request.WholeBody is not { } whole)
            return ReceiveAsync(request, headers, cancellationToken);

        var body = new SignedBody(headers, _pool);
        body.Append(whole.Span);
        return new(body);
    }

    private async ValueTask<Result<SignedBody>> ReceiveAsync(ServerlessRequest request, SignatureHeaders? headers, CancellationToken cancellationToken)
    {
        var body = new SignedBody(headers, _pool);
        try
        {
            if (await FillAsync(body, request.Body, cancellationToken).ConfigureAwait(false) is not { } failure)
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

    private async ValueTask<Failure?> FillAsync(SignedBody body, PipeReader reader, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            ReadResult read;
            try
            {
                var reading = reader.ReadAsync(cancellationToken);
                // A body that is there at once costs no timer, and takes part in no count.
                if (body.Incoming is null && !(isFirst && reading.IsCompleted))
                    Watch(body, reader);
                read = await reading.ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Each web server has exceptions of its own for a caller that left, or for a body that it cannot read.
                return body.Incoming?.Refusal ?? Broken(exception);
            }

            var failure = Take(body, read);
            reader.AdvanceTo(read.Buffer.End);
            if (failure is not null)
                return failure;
            if (read.IsCompleted)
                return body.Incoming?.Complete();
        }
    }

    private void Watch(SignedBody body, PipeReader reader)
    {
        body.Incoming = new IncomingBody(_unverified, reader, timeout, TooSlow(), time);
        _unverified.Add(body.Incoming, body.HeldBytes);
    }

    private Failure? Take(SignedBody body, ReadResult read)
    {
        if (body.Incoming?.Refusal is { } refusal)
            return refusal;
        if (body.Length + read.Buffer.Length > limit)
            return TooLarge();
        if (body.Incoming is { } incoming && body.MemoryFor((int)read.Buffer.Length, read.IsCompleted) is var memory and > 0 && !_unverified.TryCount(incoming, memory))
            return incoming.Refusal ?? Busy;

        body.Append(read.Buffer, read.IsCompleted);
        // Also when it is completed: a pipe that was cancelled and then completed says both.
        return read.IsCanceled ? Broken(cause: null) : null;
    }

    private static Failure Broken(Exception? cause) =>
        new(400, ErrorCodes.InvalidRequest, "The invoke request's body ended before it was complete.") { Cause = cause };

    private Failure TooSlow() =>
        _tooSlow ??= new(408, ErrorCodes.RequestTimeout, $"The request body took longer than this endpoint's limit of {timeout.TotalSeconds} seconds.");

    private Failure TooLarge() =>
        new(413, ErrorCodes.PayloadTooLarge, $"The request body is larger than this endpoint's limit of {limit} bytes.");
}
