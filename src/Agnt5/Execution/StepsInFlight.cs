namespace Agnt5.Execution;

/// <summary>The steps of a slice whose bodies are running. It belongs to the slice's scheduler.</summary>
internal sealed class StepsInFlight(TimeProvider time, SliceAlarm alarm)
{
    // In the order in which they began. The place of a step that has ended stays empty until no step runs, so that no step moves.
    // The first running step creates it: a slice that only replays steps has none.
    private List<(IStepInFlight? Step, Task Body)>? _running;
    private int _count;
    private long? _graceBeganAt;

    public bool IsEmpty => _count == 0;

    public int Count => _count;

    /// <summary>Whether any step has run in the slice.</summary>
    public bool HaveBegun => _running is not null;

    /// <summary>The first step that the deadline cut off.</summary>
    public string? FirstCut { get; private set; }

    public void Add(IStepInFlight step, Task body)
    {
        step.Place = (_running ??= []).Count;
        _running.Add((step, body));
        _count++;
    }

    public void Remove(IStepInFlight step, bool wasCut)
    {
        _running![step.Place] = default;
        if (--_count == 0)
            _running.Clear();
        if (wasCut)
            FirstCut ??= step.Key;
    }

    /// <summary>Starts the grace time of the steps that run.</summary>
    /// <param name="at">The time stamp at which the grace time begins.</param>
    public void BeginGrace(long at) => _graceBeganAt ??= at;

    /// <summary>Whether a slice whose code has ended may end: no step runs, or the grace time is over. Otherwise this sets the alarm for the end of the grace time.</summary>
    public bool MayEnd()
    {
        if (IsEmpty)
            return true;
        if (_graceBeganAt is not { } beganAt)
            return false;

        var left = DeadlineGrace.Length - time.GetElapsedTime(beganAt);
        if (left <= TimeSpan.Zero)
            return true;

        alarm.Set(left);
        return false;
    }

    /// <summary>Gives up the steps that still run.</summary>
    /// <returns>A task that ends when all of them have ended, or <see langword="null"/> when no step runs.</returns>
    public Task? GiveUp()
    {
        if (IsEmpty)
            return null;

        var bodies = new List<Task>(_count);
        foreach (var (step, body) in _running!)
        {
            if (step is null)
                continue;

            step.Cut();
            FirstCut ??= step.Key;
            bodies.Add(body);
        }

        return Task.WhenAll(bodies);
    }
}
