using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>The token of one invocation: it fires when the caller leaves and at the budget's deadline (protocol section 6).</summary>
internal sealed class SliceCancellation : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource? _source;
    private readonly ITimer? _timer;
    private readonly ILogger _logger;
    private volatile bool _deadlineHasPassed;

    public SliceCancellation(Budget budget, TimeProvider time, ILogger logger, CancellationToken caller)
    {
        _caller = Token = caller;
        _logger = logger;
        if (budget.Remaining is not { } remaining)
            return;

        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Token = _source.Token;
        _timer = time.CreateTimer(static cancellation => ((SliceCancellation)cancellation!).PassDeadline(), this, remaining, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the deadline will cut the slice off.</summary>
    public bool HasDeadline => _source is not null;

    /// <summary>Called at the deadline before the token fires, on a timer's thread.</summary>
    public Action? OnDeadline { get; set; }

    /// <summary>The token. It is kept here because a disposed source no longer returns it.</summary>
    public CancellationToken Token { get; }

    public bool CallerHasLeft => _caller.IsCancellationRequested;

    /// <summary>Whether the deadline passed while the slice ran.</summary>
    public bool DeadlineHasPassed => _deadlineHasPassed;

    public void Dispose()
    {
        _timer?.Dispose();
        _source?.Dispose();
    }

    // On a timer's thread: an exception of a callback that the component registered would end the process.
    private void PassDeadline()
    {
        _deadlineHasPassed = true;
        OnDeadline?.Invoke();
        try
        {
            _source!.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The invocation has ended in the meantime.
        }
        catch (AggregateException exception)
        {
            EngineLog.CancellationCallbackFailed(_logger, exception);
        }
    }
}
