namespace Agnt5.Client.Tests.Harness;

/// <summary>A clock on which pauses of up to a minute are over at once, and longer times only when <see cref="EndLongWaits"/> is called. It counts what passed.</summary>
internal sealed class InstantTime : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    private readonly List<InstantTimer> _long = [];
    private long _passed;

    public TimeSpan Passed => TimeSpan.FromTicks(Volatile.Read(ref _passed));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _passed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new InstantTimer(callback, state);
        if (dueTime == Timeout.InfiniteTimeSpan)
            return timer;
        if (dueTime > Short)
        {
            lock (_long)
                _long.Add(timer);
            return timer;
        }

        Interlocked.Add(ref _passed, dueTime.Ticks);
        timer.Fire();
        return timer;
    }

    public void EndLongWaits()
    {
        InstantTimer[] due;
        lock (_long)
            due = [.. _long];
        Array.ForEach(due, static timer => timer.Fire());
    }

    private sealed class InstantTimer(TimerCallback callback, object? state) : ITimer
    {
        private int _done;

        public void Fire() => ThreadPool.QueueUserWorkItem(_ =>
        {
            if (Interlocked.Exchange(ref _done, 1) == 0)
                callback(state);
        });

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => Volatile.Write(ref _done, 1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
