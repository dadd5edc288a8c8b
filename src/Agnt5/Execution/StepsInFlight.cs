namespace Agnt5.Execution;

/// <summary>The steps of a slice whose bodies run. It belongs to the slice's scheduler.</summary>
internal sealed class StepsInFlight(TimeProvider time, SliceAlarm alarm)
{
    // Made by the first: a slice that replays all its steps has none.
    private List<(IStepInFlight Step, Task Body)>? _running;
    private long? _graceBeganAt;

    public bool IsEmpty => _running is not { Count: > 0 };

    /// <summary>Whether any step has run in the slice.</summary>
    public bool HaveBegun => _running is not null;

    /// <summary>The first step that the deadline cut off.</summary>
    public string? FirstCut { get; private set; }

    public void Add(IStepInFlight step, Task body) => (_running ??= []).Add((step, body));

    public void Remove(IStepInFlight step, bool wasCut)
    {
        _running!.RemoveAll(running => ReferenceEquals(running.Step, step));
        if (wasCut)
            FirstCut ??= step.Key;
    }

    /// <summary>Waits a little longer for what runs, and no more.</summary>
    /// <param name="at">The time stamp from which on.</param>
    public void BeginGrace(long at) => _graceBeganAt ??= at;

    /// <summary>Whether a slice whose code has ended may end: nothing runs, or what runs was waited for long enough. Else the alarm is set for that.</summary>
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

    /// <summary>Gives up what still runs.</summary>
    /// <returns>A task that ends when all of it has, or <see langword="null"/> when nothing runs.</returns>
    public Task? GiveUp()
    {
        if (IsEmpty)
            return null;

        foreach (var (step, _) in _running!)
            step.Cut();
        FirstCut ??= _running![0].Step.Key;
        return Task.WhenAll(_running!.Select(static running => running.Body));
    }
}
