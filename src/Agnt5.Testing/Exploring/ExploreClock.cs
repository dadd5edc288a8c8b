using Agnt5.Execution;

namespace Agnt5.Testing.Exploring;

/// <summary>
/// The clock of explored runs. It stands still while a slice runs, so that a cut changes no time that code reads. The engine's timers never fire. A timer of a step's body fires at once: what a fake
/// waits for by the clock takes no time.
/// </summary>
internal sealed class ExploreClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new OneTimer(callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the clock for a new run.</summary>
    public void Set(DateTimeOffset time) => Volatile.Write(ref _ticks, time.UtcTicks);

    /// <summary>Moves to a time in Unix ms, never back.</summary>
    public void MoveTo(long unixMs)
    {
        if (DateTimeOffset.FromUnixTimeMilliseconds(unixMs).UtcTicks is var ticks && ticks > _ticks)
            Volatile.Write(ref _ticks, ticks);
    }

    private sealed class OneTimer(TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan && StepScope.Current is not null)
                ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private void Fire() => callback(state);
    }
}
