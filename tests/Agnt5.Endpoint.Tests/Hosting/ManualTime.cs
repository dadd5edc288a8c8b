namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>A clock that stands still until a test moves it, with its timers. Timers fire once, on the thread that moves the clock.</summary>
public sealed class ManualTime : TimeProvider
{
    /// <summary>The first time of the clock, in Unix ms: a number that is easy to add to.</summary>
    public const long StartMs = 1_900_000_000_000;

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(DateTimeOffset DueAt, TaskCompletionSource IsSet)> _awaited = [];
    private DateTimeOffset _now = DateTimeOffset.FromUnixTimeMilliseconds(StartMs);
    private long _elapsedTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers were made so far.</summary>
    public int TimersMade { get; private set; }

    public long NowMs => GetUtcNow().ToUnixTimeMilliseconds();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp()
    {
        lock (_gate)
            return _elapsedTicks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
            throw new NotSupportedException("Timers of this clock fire once.");

        lock (_gate)
            TimersMade++;
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on, from one due timer to the next.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (TakeNextDue(end) is { } timer)
            timer.Fire();
        lock (_gate)
            MoveTo(end);
    }

    public void AdvanceMs(long milliseconds) => Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>Moves the clock on until some work has ended. Code on another thread may set its timer late: it read the clock before the last move.</summary>
    public async Task AdvanceUntilAsync(Task work, TimeSpan by)
    {
        while (await Task.WhenAny(work, Task.Delay(100)) != work)
            Advance(by);
    }

    /// <summary>Sets the clock back, as if the next slice ran on a machine whose clock is behind.</summary>
    public void SetBack(TimeSpan by)
    {
        lock (_gate)
            _now -= by;
    }

    /// <summary>Waits until some code has set a timer for a time from now.</summary>
    public Task WhenTimerIsSetAsync(TimeSpan fromNow)
    {
        lock (_gate)
        {
            var dueAt = _now + fromNow;
            if (_timers.Exists(timer => timer.DueAt == dueAt))
                return Task.CompletedTask;

            var isSet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((dueAt, isSet));
            return isSet.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    private ManualTimer? TakeNextDue(DateTimeOffset end)
    {
        lock (_gate)
        {
            if (_timers.Where(timer => timer.DueAt <= end).MinBy(static timer => timer.DueAt) is not { } next)
                return null;

            _timers.Remove(next);
            MoveTo(next.DueAt);
            return next;
        }
    }

    private void MoveTo(DateTimeOffset time)
    {
        if (time <= _now)
            return;

        _elapsedTicks += (time - _now).Ticks;
        _now = time;
    }

    private void Set(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;

            timer.DueAt = _now + dueTime;
            _timers.Add(timer);
            foreach (var (_, isSet) in _awaited.Where(awaited => awaited.DueAt == timer.DueAt))
                isSet.TrySetResult();
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Set(this, dueTime);
            return true;
        }

        public void Dispose() => time.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
