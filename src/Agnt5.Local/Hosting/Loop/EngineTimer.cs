namespace Agnt5.Local.Hosting.Loop;

/// <summary>One timer for all runs and keys: it fires when the next of them is due.</summary>
internal sealed class EngineTimer : IDisposable
{
    /// <summary>
    /// The longest time that it is set for. When it fires early nothing is due, and it is set anew. A timer does not notice that the clock was put forward, or that the machine slept: this is
    /// the most by which a run is late then.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly Action _due;
    private readonly ITimer _timer;
    private long? _setForMs;

    /// <param name="time">The clock.</param>
    /// <param name="due">Is called when the time has come, from any thread.</param>
    public EngineTimer(TimeProvider time, Action due)
    {
        (_time, _due) = (time, due);
        _timer = time.CreateTimer(static state => ((EngineTimer)state!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets it for a time, in Unix ms, or for never. Called by the loop alone, after each transaction.</summary>
    public void Set(long? dueMs)
    {
        lock (_timer)
        {
            if (dueMs != _setForMs)
            {
                _setForMs = dueMs;
                _timer.Change(dueMs is { } next ? TimeSpan.FromMilliseconds(Math.Clamp(next - NowMs(), 0, Longest.TotalMilliseconds)) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            // Looked at last and always: the clock may have been moved since the timer was set, and while it was.
            if (dueMs <= NowMs())
                Fire();
        }
    }

    public void Dispose() => _timer.Dispose();

    private long NowMs() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Fire()
    {
        lock (_timer)
        {
            _setForMs = null;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        _due();
    }
}
