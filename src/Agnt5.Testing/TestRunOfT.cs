using System.Text.Json;
using Agnt5.Json;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Testing.Waiting;

namespace Agnt5.Testing;

/// <inheritdoc/>
/// <typeparam name="TOutput">What the component returns.</typeparam>
public sealed class TestRun<TOutput> : TestRun
{
    // A schedule that comes again for ever would move the clock for ever.
    private const int MostMoves = 10_000;

    internal TestRun(string id, TestHost host)
        : base(id, host)
    {
    }

    /// <summary>Waits for the output of the run.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The output; the type's default where the component has none.</returns>
    /// <exception cref="Agnt5TestException">The run fails, is cancelled, or comes to rest before its end. The message has the timeline.</exception>
    public async Task<TOutput> OutputAsync(CancellationToken cancellationToken = default) => Read(await EndAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Waits for the output of the run, and moves the clock to whatever is due next until it has ended. Sleeps of a deployed endpoint are skipped.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The output.</returns>
    /// <exception cref="Agnt5TestException">The run fails, is cancelled, or waits for something that no time brings.</exception>
    public async Task<TOutput> RunToEndAsync(CancellationToken cancellationToken = default)
    {
        for (var moves = 0; moves < MostMoves && await MoveAsync(cancellationToken).ConfigureAwait(false); moves++)
        {
            // Moving is all.
        }

        return await OutputAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether there was anything to move to.</returns>
    private async Task<bool> MoveAsync(CancellationToken cancellationToken)
    {
        await Host.RestAsync(cancellationToken).ConfigureAwait(false);
        var run = State;
        if (Host.Clock is not { } clock)
        {
            if (run is not { Phase: RunPhase.Paused, Pause: TimerPause })
                return false;
            await Host.Engine.SkipAsync(Id, cancellationToken).ConfigureAwait(false);
            return true;
        }

        if (run.HasEnded || (run.WakeAtMs is null && run.Phase != RunPhase.Queued) || Host.NextDue is not { } due)
            return false;
        clock.MoveTo(due);
        return true;
    }

    private TOutput Read(RunState run)
    {
        if (run.Phase != RunPhase.Completed)
            throw Host.FailureOf(run, $"The run has no output. {Explanation.Of(run, Host)}");

        var json = Host.Engine.ReadOutput(run);
        if (json.IsEmpty)
            return default!;
        var type = Host.Types.Of<TOutput>(Host.Types.Find(run), "the output");
        try
        {
            return BoundJson.Read(json.Span, type);
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            throw Host.FailureOf(run, $"The output is no {typeof(TOutput)}: {exception.Message}");
        }
    }
}
