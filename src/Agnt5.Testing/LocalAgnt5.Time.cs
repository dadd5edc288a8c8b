using Agnt5.Testing.Clock;

namespace Agnt5.Testing;

public sealed partial class LocalAgnt5
{
    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now => _host.Now;

    /// <summary>The clock. Components get it as their <see cref="TimeProvider"/>.</summary>
    public TimeProvider Time => _host.Time;

    /// <summary>
    /// Moves the clock. All that becomes due on the way happens at its own time: sleeps end, attempts are made again, schedules start runs. It comes back when all of that has come to rest.
    /// </summary>
    /// <param name="time">How far.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Agnt5TestException">The clock is a deployed endpoint's, or code is at work without an end.</exception>
    public async Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var clock = MovableClock();
        await _host.RestAsync(cancellationToken).ConfigureAwait(false);
        var end = clock.GetUtcNow() + time;
        while (_host.NextDue is { } due && due <= end)
        {
            clock.MoveTo(due);
            await _host.RestAsync(cancellationToken).ConfigureAwait(false);
        }

        clock.MoveTo(end);
        await _host.RestAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves the clock by days, hours, minutes and seconds, as <see cref="AdvanceAsync(TimeSpan, CancellationToken)"/> does.</summary>
    /// <param name="days">Days.</param>
    /// <param name="hours">Hours.</param>
    /// <param name="minutes">Minutes.</param>
    /// <param name="seconds">Seconds.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Agnt5TestException">The clock is a deployed endpoint's, or code is at work without an end.</exception>
    public Task AdvanceAsync(double days = 0, double hours = 0, double minutes = 0, double seconds = 0, CancellationToken cancellationToken = default) =>
        AdvanceAsync(TimeSpan.FromDays(days) + TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(seconds), cancellationToken);

    /// <summary>Moves the clock to the next time at which something is due: a run, a window of flow control, a schedule.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>How far it moved, or <see langword="null"/> when nothing is due.</returns>
    /// <exception cref="Agnt5TestException">The clock is a deployed endpoint's, or code is at work without an end.</exception>
    public async Task<TimeSpan?> AdvanceToNextAsync(CancellationToken cancellationToken = default)
    {
        var clock = MovableClock();
        await _host.RestAsync(cancellationToken).ConfigureAwait(false);
        if (_host.NextDue is not { } due)
            return null;

        var before = clock.GetUtcNow();
        clock.MoveTo(due);
        await _host.RestAsync(cancellationToken).ConfigureAwait(false);
        return clock.GetUtcNow() - before;
    }

    /// <summary>Waits until nothing happens any more by itself: all runs have ended, or wait for the time, a person or a signal.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="Agnt5TestException">Code is at work without an end.</exception>
    public Task WaitForRestAsync(CancellationToken cancellationToken = default) => _host.RestAsync(cancellationToken);

    private VirtualClock MovableClock() =>
        _host.Clock ?? throw new Agnt5TestException("The clock of a deployed endpoint cannot be moved. Call run.SkipSleepAsync(), or start the components in this process (StartAsync).");
}
