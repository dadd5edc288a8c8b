using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Testing.Clock;
using Agnt5.Testing.Recording;
using Agnt5.Testing.Timelines;

namespace Agnt5.Testing.Waiting;

/// <summary>What all runs of a test share: the engine, its clock, and the records of what the slices did.</summary>
internal sealed class TestHost
{
    private const int MostEntries = 100_000;

    public required LocalEngine Engine { get; init; }

    /// <summary>The clock, or <see langword="null"/> where the endpoint has its own.</summary>
    public required VirtualClock? Clock { get; init; }

    public required TimeProvider Time { get; init; }

    public required RunRecords Records { get; init; }

    public required ComponentTypes Types { get; init; }

    public required TimeSpan RealTimeLimit { get; init; }

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>When the next run, key or schedule is due, or <see langword="null"/>.</summary>
    public DateTimeOffset? NextDue => Engine.NextDueMs is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    /// <summary>Waits until nothing happens any more that the time, a person or a signal does not bring about.</summary>
    /// <exception cref="Agnt5TestException">Code is at work for longer than the limit.</exception>
    public async Task RestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Engine.WhenQuietAsync(cancellationToken).WaitAsync(RealTimeLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new Agnt5TestException(Explanation.OfCodeAtWork(this));
        }
    }

    public string TimelineOf(RunState run) =>
        Timeline.Write(run, Engine.ReadInput(run.Spec.RunId), Engine.ReadJournal(run.Spec.RunId, limit: MostEntries), Records.Of(run.Spec.RunId));

    /// <summary>A failure with what a run did.</summary>
    /// <param name="run">The run.</param>
    /// <param name="what">What was wanted, and why it cannot be.</param>
    public Agnt5TestException FailureOf(RunState run, string what) => new($"{what}\n\n{TimelineOf(run)}");
}
