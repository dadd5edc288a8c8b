using System.Net;

namespace Agnt5.Client.Wire;

/// <summary>The questions about a run that somebody waits for: often at first, then every few seconds, which the gateway's limit on calls allows.</summary>
internal sealed class Polls : IDisposable
{
    private const int FailuresInARow = 5;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // Clocks count no further than 49 days. What is longer is looked at between the calls.
    private static readonly TimeSpan LongestClock = TimeSpan.FromDays(40);

    private readonly TimeProvider _time;
    private readonly string _runId;
    private readonly TimeSpan? _limit;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _linked;
    private readonly long _begun;
    private TimeSpan _pause = First;
    private RunStatus _status;
    private int _failures;

    /// <exception cref="ArgumentOutOfRangeException">The time to wait is negative, and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public Polls(TimeProvider time, string runId, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        (_time, _runId, _caller, _begun) = (time, runId, cancellationToken, time.GetTimestamp());
        _limit = timeout == Timeout.InfiniteTimeSpan ? null : timeout;
        if (_limit < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The time to wait is negative. Use null to wait for as long as it takes.");
        // Who does not want to wait asks once, and gets the answer.
        _clock = _limit is { } limit && limit > TimeSpan.Zero && limit <= LongestClock ? new(limit, time) : new();
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_clock.Token, cancellationToken);
    }

    /// <summary>Ends calls when the wait is over, or the caller ends it.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>Whether the wait is over, and not ended by the caller.</summary>
    public bool IsOver => _clock.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _linked.Dispose();
        _clock.Dispose();
    }

    public void Answered(RunStatus status)
    {
        // What just went on may go on soon.
        _pause = status == _status ? Min(_pause * 1.5, Longest) : First;
        (_status, _failures) = (status, 0);
    }

    /// <summary>Whether a call that went wrong may be made again: the gateway was too busy, or away.</summary>
    public bool MayGoOn(Agnt5Exception exception)
    {
        if (exception.Code is not (Agnt5ClientErrors.RateLimited or Agnt5ClientErrors.ConnectionFailed or Agnt5ClientErrors.ConnectionCut or Agnt5ClientErrors.RequestTimeout)
            && exception.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
            return false;
        _pause = exception.RetryAfter is { } asked && asked > TimeSpan.Zero ? Min(asked, TimeSpan.FromMinutes(5)) : Longest;
        return exception.Code == Agnt5ClientErrors.RateLimited || ++_failures < FailuresInARow;
    }

    /// <exception cref="Agnt5Exception">The wait is over.</exception>
    public Task PauseAsync()
    {
        if (_limit is not { } limit)
            return Task.Delay(_pause, _time, _caller);
        var left = limit - _time.GetElapsedTime(_begun);
        return left > TimeSpan.Zero ? Task.Delay(Min(_pause, left), _time, _caller) : throw Over();
    }

    public Agnt5Exception Over() => new(
        Agnt5ClientErrors.WaitTimeout,
        $"The run {_runId} had not ended after {_limit.GetValueOrDefault().TotalSeconds:0.###} s: its status was {RunReader.TextOf(_status) ?? "unknown"}.",
        _status == RunStatus.Paused
            ? "It goes on. QuestionAsync tells whether it waits for an answer, and its events what else it waits for."
            : "It goes on. Wait longer, or read its status later.") { RunId = _runId };

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
