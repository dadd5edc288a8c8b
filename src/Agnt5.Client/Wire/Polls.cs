using System.Net;

namespace Agnt5.Client.Wire;

/// <summary>The questions about a run that somebody waits for: often at first, then every few seconds, which the gateway's limit on calls allows.</summary>
internal sealed class Polls(TimeProvider time, string runId, TimeSpan? timeout)
{
    private const int FailuresInARow = 5;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly long _begun = time.GetTimestamp();
    private TimeSpan _pause = First;
    private RunStatus _status;
    private int _failures;

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
    public Task PauseAsync(CancellationToken cancellationToken)
    {
        if (timeout is not { } limit)
            return Task.Delay(_pause, time, cancellationToken);
        var left = limit - time.GetElapsedTime(_begun);
        return left > TimeSpan.Zero ? Task.Delay(Min(_pause, left), time, cancellationToken) : throw Over(limit);
    }

    private Agnt5Exception Over(TimeSpan limit) => new(
        Agnt5ClientErrors.WaitTimeout,
        $"The run {runId} had not ended after {limit.TotalSeconds:0.###} s: its status was {RunReader.TextOf(_status) ?? "unknown"}.",
        _status == RunStatus.Paused
            ? "It goes on. QuestionAsync tells whether it waits for an answer, and its events what else it waits for."
            : "It goes on. Wait longer, or read its status later.") { RunId = runId };

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
