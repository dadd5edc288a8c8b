namespace Agnt5.Durability.Tests.Platform;

/// <summary>
/// A clock that stands still until it is told to move, and fires the timers that it passes, in their order. The time that it shows can be off, as on another machine; its timers are exact.
/// </summary>
public sealed class VirtualClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<VirtualTimer> _armed = [];
    private TimeSpan _elapsed;
    private long _timersArmed;

    /// <summary>How far the shown time is ahead of the true one.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>The true time, in Unix ms.</summary>
    public long TrueMs => (Start + _elapsed).ToUnixTimeMilliseconds();

    /// <summary>When the next timer fires, in true Unix ms, or <see langword="null"/> when none is set.</summary>
    public long? NextTimerMs
    {
        get
        {
            lock (_gate)
                return _armed.Count == 0 ? null : (Start + _armed.Min(static timer => timer.Due)).ToUnixTimeMilliseconds();
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return Start + _elapsed + Skew;
    }

    public override long GetTimestamp()
    {
        lock (_gate)
            return _elapsed.Ticks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
            throw new NotSupportedException("The SDK sets no periodic timers.");

        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to a true time, never back. Timers fire on the calling thread, each at its own time.</summary>
    public void AdvanceTo(long trueMs)
    {
        var target = DateTimeOffset.FromUnixTimeMilliseconds(trueMs) - Start;
        while (TakeDue(target) is { } timer)
            timer.Fire();
        lock (_gate)
            _elapsed = target > _elapsed ? target : _elapsed;
    }

    private VirtualTimer? TakeDue(TimeSpan target)
    {
        lock (_gate)
        {
            var next = _armed.MinBy(static timer => (timer.Due, timer.Order));
            if (next is null || next.Due > target)
                return null;

            _armed.Remove(next);
            _elapsed = next.Due > _elapsed ? next.Due : _elapsed;
            return next;
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public long Order { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._armed.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;

                (Due, Order) = (clock._elapsed + dueTime, clock._timersArmed++);
                clock._armed.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
