namespace Agnt5.Execution;

/// <summary>Measures the grace time of code that was told to end (see <see cref="DeadlineGrace"/>).</summary>
/// <param name="time">The clock.</param>
/// <param name="onEnd">Called on a timer's thread when the time is over. Returns whether it is done; otherwise it is called again soon.</param>
internal sealed class GraceTimer(TimeProvider time, Func<bool> onEnd) : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isDisposed;

    /// <summary>The time stamp at which the grace time began; 0 before.</summary>
    public long BeganAt { get; private set; }

    /// <summary>Begins the grace time, unless it has begun already.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            if (_timer is not null || _isDisposed)
                return;

            BeganAt = time.GetTimestamp();
            _timer = time.CreateTimer(static timer => ((GraceTimer)timer!).End(), this, DeadlineGrace.Length, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
    }

    private void End()
    {
        if (onEnd())
            return;

        lock (_gate)
        {
            if (!_isDisposed)
                _timer!.Change(Soon, Timeout.InfiniteTimeSpan);
        }
    }
}
