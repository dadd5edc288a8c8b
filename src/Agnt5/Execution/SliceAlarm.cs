namespace Agnt5.Execution;

/// <summary>Wakes a slice when a time comes while the slice still runs.</summary>
internal sealed class SliceAlarm(TimeProvider time, SliceScheduler scheduler) : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private ITimer? _timer;

    /// <param name="atMs">The time in Unix ms.</param>
    public void SetAt(long atMs) => Set(TimeSpan.FromMilliseconds(Math.Clamp((double)atMs - time.GetUtcNow().ToUnixTimeMilliseconds(), 0, Longest.TotalMilliseconds)));

    /// <summary>Does not wake the slice any more.</summary>
    public void Clear() => _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <param name="wait">The time from now. The alarm wakes after a millisecond at the earliest and a day at the latest.</param>
    public void Set(TimeSpan wait)
    {
        _timer ??= time.CreateTimer(static scheduler => ((SliceScheduler)scheduler!).Wake(), scheduler, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(TimeSpan.FromTicks(Math.Clamp(wait.Ticks, Shortest.Ticks, Longest.Ticks)), Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer?.Dispose();
}
