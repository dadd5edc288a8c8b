namespace Agnt5.Testing.Exploring;

/// <summary>A timer of <see cref="ExploreClock"/>. It fires in the time of the step that has set it, and never outside of steps.</summary>
internal sealed class StepTimer(TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private StepTime? _home;
    private bool _isDisposed;

    /// <summary>When it fires, from the beginning of the step.</summary>
    public TimeSpan DueAt { get; set; }

    /// <summary>How long after that it fires again. Zero or less for once.</summary>
    public TimeSpan Period { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
            return false;

        _home?.Remove(this);
        _home = StepTime.Current ?? _home;
        if (dueTime != Timeout.InfiniteTimeSpan)
            _home?.Add(this, dueTime, period);
        return true;
    }

    public void Fire()
    {
        if (_context is null)
            callback(state);
        else
            ExecutionContext.Run(_context, new ContextCallback(callback), state);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _home?.Remove(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
