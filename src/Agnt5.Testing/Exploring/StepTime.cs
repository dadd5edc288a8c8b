namespace Agnt5.Testing.Exploring;

/// <summary>
/// The time of one attempt of a step. It begins at zero. Once no code of the step runs, it moves to the earliest timer that is open, and fires it: so timers fire by their due times, one after the
/// other, and take no time.
/// </summary>
internal sealed class StepTime
{
    // What the code has handed to other threads gets to run meanwhile.
    private const int QuietRounds = 3;
    private const int MostRoundsAtOnce = 20;

    // Code that blocks its thread, until a timer fires.
    private const long MostMsWithoutChange = 250;

    // A timer that fires again and again while code waits for something else.
    private const int MostFiredAtOnce = 1_000;

    private static readonly AsyncLocal<StepTime?> Local = new(static change =>
    {
        if (ReferenceEquals(change.PreviousValue, change.CurrentValue))
            return;
        change.PreviousValue?.Leave();
        change.CurrentValue?.Enter();
    });

    private readonly Lock _gate = new();
    private readonly List<StepTimer> _open = [];
    private TimeSpan _elapsed;
    private int _threads;
    private long _changes;
    private bool _isMoving;
    private bool _isClosed;

    /// <summary>The time of the step whose code runs, or <see langword="null"/> outside of steps.</summary>
    public static StepTime? Current
    {
        get => Local.Value;
        set => Local.Value = value;
    }

    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
                return _elapsed;
        }
    }

    public void Add(StepTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_isClosed)
                return;

            (timer.DueAt, timer.Period) = (_elapsed + dueTime, period);
            _open.Add(timer);
            _changes++;
            if (_isMoving)
                return;
            _isMoving = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static time => _ = time.MoveAsync(), this, preferLocal: false);
    }

    public void Remove(StepTimer timer)
    {
        lock (_gate)
            _open.Remove(timer);
    }

    /// <summary>The step is over. No timer of it fires any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _open.Clear();
        }
    }

    private void Enter() => Count(1);

    private void Leave() => Count(-1);

    private void Count(int threads)
    {
        lock (_gate)
        {
            _threads += threads;
            _changes++;
        }
    }

    private async Task MoveAsync()
    {
        for (var fired = 0; ; fired++)
        {
            await WaitUntilQuietAsync().ConfigureAwait(false);
            if (TakeNext() is not { } timer)
                return;

            // As a real timer: on another thread, where an exception ends the process.
            ThreadPool.UnsafeQueueUserWorkItem(
                static fired =>
                {
                    fired.timer.Fire();
                    fired.time.Leave();
                },
                (timer, time: this),
                preferLocal: false);
            if (fired > MostFiredAtOnce)
                await Task.Delay(1).ConfigureAwait(false);
        }
    }

    private async Task WaitUntilQuietAsync()
    {
        var (changes, changedAt) = (-1L, 0L);
        for (var (round, quiet) = (0, 0); quiet < QuietRounds; round++)
        {
            if (round < MostRoundsAtOnce)
                await Task.Yield();
            else
                await Task.Delay(1).ConfigureAwait(false);
            lock (_gate)
            {
                if (changes != _changes)
                    (changes, changedAt, quiet) = (_changes, Environment.TickCount64, 0);
                quiet = _threads == 0 ? quiet + 1 : 0;
                if (_isClosed || _open.Count == 0 || Environment.TickCount64 - changedAt > MostMsWithoutChange)
                    return;
            }
        }
    }

    /// <returns>The timer to fire, which counts as a thread of the step until it has fired.</returns>
    private StepTimer? TakeNext()
    {
        lock (_gate)
        {
            _isMoving = _open.Count > 0;
            if (!_isMoving)
                return null;

            // The first of those that are due at the same time.
            var timer = _open.MinBy(static open => open.DueAt)!;
            _open.Remove(timer);
            _elapsed = timer.DueAt > _elapsed ? timer.DueAt : _elapsed;
            if (timer.Period > TimeSpan.Zero)
            {
                timer.DueAt = _elapsed + timer.Period;
                _open.Add(timer);
            }

            Count(1);
            return timer;
        }
    }
}
