using Agnt5.Repeats;

namespace Agnt5;

/// <summary>
/// Remembers requests in the memory of this process, for endpoints that run as one instance. A restart forgets them: a request that was captured before it can run once more while its signature
/// is valid. All sizes are bounded.
/// </summary>
/// <param name="time">The clock; the system's when it is <see langword="null"/>.</param>
public sealed class MemorySeenRequests(TimeProvider? time = null) : SeenRequests
{
    // What an answer costs beside its bytes, rounded up.
    private const int AnswerOverhead = 256;

    private readonly Lock _gate = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Dictionary<SignatureKey, LinkedListNode<HeldAnswer>?> _requests = [];
    private readonly PriorityQueue<SignatureKey, DateTimeOffset> _byExpiry = new();
    private readonly LinkedList<HeldAnswer> _answers = [];
    private long _answerBytes;

    /// <summary>
    /// How many requests are remembered at once, about 150 bytes each. A request lives for six minutes with the default <see cref="ServerlessOptions.SignatureWindow"/>, and for eleven at most.
    /// When all are taken, new requests are refused with 503 <c>WORKERLESS_BUSY</c>: a request that can still be sent again is never forgotten. Default: 200,000, which is 500 requests per second.
    /// </summary>
    public int MaxRequests { get; init; } = 200_000;

    /// <summary>The largest answer that is held, in bytes; 0 holds none. A request whose answer is larger gets 409 when it comes again. Default: 64 KiB.</summary>
    public int MaxAnswerBytes { get; init; } = 64 * 1024;

    /// <summary>How many bytes all answers together take, with 256 bytes for each one's own costs. Beyond it the oldest answers go, and their requests stay remembered. Default: 16 MiB.</summary>
    public long MaxTotalAnswerBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many requests are remembered now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _requests.Count;
        }
    }

    /// <summary>How many bytes the answers take now, counted as in <see cref="MaxTotalAnswerBytes"/>.</summary>
    public long TotalAnswerBytes
    {
        get
        {
            lock (_gate)
                return _answerBytes;
        }
    }

    /// <inheritdoc/>
    public override ValueTask<SeenRequest> RememberAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Remember(SignatureKey.Of(signature.Span), until));

    /// <inheritdoc/>
    public override ValueTask HoldAnswerAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, int statusCode, ReadOnlyMemory<byte> body)
    {
        if (body.Length <= Math.Min(MaxAnswerBytes, MaxTotalAnswerBytes - AnswerOverhead))
            Hold(new HeldAnswer(SignatureKey.Of(signature.Span), SeenRequest.Answered(statusCode, body)));
        return ValueTask.CompletedTask;
    }

    private SeenRequest Remember(SignatureKey key, DateTimeOffset until)
    {
        var now = _time.GetUtcNow();
        lock (_gate)
        {
            Forget(now);
            if (_requests.TryGetValue(key, out var answer))
                return answer?.Value.Answer ?? SeenRequest.Repeated;
            if (_requests.Count >= MaxRequests)
                return SeenRequest.NoRoom;

            _requests.Add(key, null);
            _byExpiry.Enqueue(key, until);
            return SeenRequest.New;
        }
    }

    private void Hold(HeldAnswer answer)
    {
        lock (_gate)
        {
            // A run may outlive the memory of its request, which nobody can send again then.
            if (!_requests.TryGetValue(answer.Key, out var held) || held is not null)
                return;

            _requests[answer.Key] = _answers.AddLast(answer);
            _answerBytes += answer.Bytes;
            while (_answerBytes > MaxTotalAnswerBytes && _answers.First is { } oldest)
            {
                _requests[oldest.Value.Key] = null;
                Drop(oldest);
            }
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_byExpiry.TryPeek(out var key, out var until) && until < now)
        {
            _byExpiry.Dequeue();
            if (_requests.Remove(key, out var answer) && answer is not null)
                Drop(answer);
        }
    }

    private void Drop(LinkedListNode<HeldAnswer> answer)
    {
        _answers.Remove(answer);
        _answerBytes -= answer.Value.Bytes;
    }

    private sealed record HeldAnswer(SignatureKey Key, SeenRequest Answer)
    {
        public long Bytes => Answer.Body.Length + AnswerOverhead;
    }
}
