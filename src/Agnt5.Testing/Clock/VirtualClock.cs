namespace Agnt5.Testing.Clock;

/// <summary>A clock that stands still until it is moved. It then fires the timers that it passes, in their order, each at its own time.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<VirtualTimer> _armed = [];
    private DateTimeOffset _now = start.ToUniversalTime();
    private long _timersArmed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to a time, never back. Timers fire on the calling thread.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        while (TakeDue(time) is { } timer)
            timer.Fire();
    }

    // With the last timer the clock is there: one that is set from then on counts from the new time.

    private VirtualTimer? TakeDue(DateTimeOffset time)
    {
        lock (_gate)
        {
            var next = _armed.MinBy(static timer => (timer.Due, timer.Order));
            if (next is null || next.Due > time)
            {
                _now = time > _now ? time : _now;
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            next.Rearm();
            return next;
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public long Order { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                Set(dueTime);
            }

            return true;
        }

        /// <summary>Sets a timer with a period for its next time. Called with the clock's lock.</summary>
        public void Rearm() => Set(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(TimeSpan dueTime)
        {
            clock._armed.Remove(this);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;

            (Due, Order) = (clock._now + dueTime, clock._timersArmed++);
            clock._armed.Add(this);
        }
    }
}
