namespace Agnt5.Testing.Exploring;

/// <summary>
/// The clock of explored runs. It stands still while a slice runs, so that a cut changes no time that code reads. The engine's timers never fire. The body of a step has a <see cref="StepTime"/> of
/// its own: what a fake waits for by the clock takes no time.
/// </summary>
internal sealed class ExploreClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _ticks) + (StepTime.Current?.Elapsed.Ticks ?? 0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StepTimer(callback, state);
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
}
