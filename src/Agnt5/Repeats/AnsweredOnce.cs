using System.Collections.Concurrent;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5.Repeats;

/// <summary>
/// Runs a signed request once, however often it comes (protocol section 3). A request that comes again while the first still runs waits for it and gets its answer, also when that
/// caller's connection broke: the run was cancelled then, and its answer says so. This holds within one process, whatever the store; across processes the store decides, and the second gets 409.
/// </summary>
internal sealed class AnsweredOnce(SeenRequests seen, TimeSpan window, TimeProvider time, ILogger logger)
{
    // The gate has judged the time of the signature before the body arrived. A request that is later than this might be one that the store has forgotten.
    private static readonly TimeSpan MostDelay = TimeSpan.FromSeconds(30);

    // Clocks of instances differ, and a clock may be set back: a signature is then valid for longer than it seems.
    private static readonly TimeSpan Margin = MostDelay + TimeSpan.FromSeconds(30);

    private static readonly Failure Expired = new(401, ErrorCodes.SignatureExpired, "The signature expired while the request arrived.");

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // The answer goes out afterwards, and its caller waits.
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(1);

    private static readonly Failure NotRemembered =
        new(503, ErrorCodes.Busy, "This endpoint could not remember the request, so it did not run it. Send it again later.") { RetryAfter = Pause };

    private static readonly Failure NoRoom =
        new(503, ErrorCodes.Busy, "This endpoint remembers as many requests as it may, so it did not run another one. Send it again later.") { RetryAfter = Pause };

    private readonly ConcurrentDictionary<SignatureKey, RunningRequest> _running = new();
    private readonly LineTally _notHeld = new(time, (_, count) => RepeatLog.MoreAnswersNotHeld(logger, count));

    /// <param name="body">The body in memory. It is disposed unless the request runs.</param>
    /// <param name="headers">Its verified signature.</param>
    /// <param name="run">Runs the request, and disposes the body.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    /// <returns>The answer, the first one again, or a refusal.</returns>
    public async ValueTask<Result<ServerlessResponse>> AnswerAsync(
        IDisposable body, SignatureHeaders headers, Func<ValueTask<ServerlessResponse>> run, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() > headers.SignedAt + window + MostDelay)
        {
            body.Dispose();
            return Expired;
        }

        var signature = headers.Mac;
        var until = headers.SignedAt + window + Margin;
        var key = SignatureKey.Of(signature);
        var mine = new RunningRequest();
        var first = _running.GetOrAdd(key, mine);
        if (first != mine)
        {
            // Whoever waits holds a connection, and no memory.
            body.Dispose();
            var known = await first.WaitAsync(cancellationToken).ConfigureAwait(false) ?? await RememberAsync(signature, until, cancellationToken).ConfigureAwait(false);
            return known.TryGet(out var repeated, out var failed) ? Repeat(repeated) : failed;
        }

        Result<SeenRequest>? forCopies = NotRemembered;
        var runs = false;
        try
        {
            var remembered = await RememberAsync(signature, until, cancellationToken).ConfigureAwait(false);
            if (!remembered.TryGet(out var request, out var failure))
            {
                forCopies = failure;
                return failure;
            }

            forCopies = null;
            if (request != SeenRequest.New)
                return Repeat(request);

            runs = true;
            var response = await run().ConfigureAwait(false);
            // A copy: the response's memory is used again when it was sent, and a store may still be at work then.
            var answer = SeenRequest.Answered(response.StatusCode, response.Body.ToArray());
            await HoldAsync(signature, until, response.StatusCode, answer.Body).ConfigureAwait(false);
            if (mine.IsAwaited)
                forCopies = answer;
            return response;
        }
        finally
        {
            if (!runs)
                body.Dispose();
            _running.TryRemove(key, out _);
            mine.End(forCopies);
        }
    }

    private async ValueTask<Result<SeenRequest>> RememberAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            var request = await seen.RememberAsync(signature, until, cancellationToken).ConfigureAwait(false);
            return request == SeenRequest.NoRoom ? NoRoom : request;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return NotRemembered with { Cause = exception };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Some clients of stores have exceptions of their own for a token that fired.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }

    private Result<ServerlessResponse> Repeat(SeenRequest request)
    {
        if (request.StatusCode is { } statusCode)
        {
            RepeatLog.AnsweredAgain(logger);
            return new ServerlessResponse(statusCode, request.Body);
        }

        return new Failure(409, ErrorCodes.AttemptRepeated, "This request came before, and its answer is not held. Sign it anew to run it again.");
    }

    private async ValueTask HoldAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, int statusCode, ReadOnlyMemory<byte> body)
    {
        try
        {
            var holding = seen.HoldAnswerAsync(signature, until, statusCode, body);
            await (holding.IsCompleted ? holding : new ValueTask(holding.AsTask().WaitAsync(LongestHold, time))).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (_notHeld.IsFirst(nameof(RepeatLog.AnswerNotHeld)))
                RepeatLog.AnswerNotHeld(logger, exception);
        }
    }
}
