using System.Text.Json;
using Agnt5.Local;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Testing.Pauses;
using Agnt5.Testing.Waiting;

namespace Agnt5.Testing;

public partial class TestRun
{
    /// <summary>Waits until the run does nothing more by itself: it has ended, is paused, stands in line, or has its next attempt ahead.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Where it is then.</returns>
    public async Task<LocalRunStatus> WaitForRestAsync(CancellationToken cancellationToken = default)
    {
        await Host.RestAsync(cancellationToken).ConfigureAwait(false);
        return Status;
    }

    /// <summary>Waits until the run is paused.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What it waits for.</returns>
    /// <exception cref="Agnt5TestException">It comes to rest otherwise.</exception>
    public Task<TestPause> WaitForPauseAsync(CancellationToken cancellationToken = default) => WaitForAsync<TestPause>("is not paused", cancellationToken);

    /// <summary>Waits until the run asks a person.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The question.</returns>
    /// <exception cref="Agnt5TestException">It comes to rest otherwise.</exception>
    public Task<TestQuestion> WaitForQuestionAsync(CancellationToken cancellationToken = default) => WaitForAsync<TestQuestion>("asks no question", cancellationToken);

    /// <summary>Waits until the run sleeps, or waits for the next attempt of a step.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The sleep.</returns>
    /// <exception cref="Agnt5TestException">It comes to rest otherwise.</exception>
    public Task<TestSleep> WaitForSleepAsync(CancellationToken cancellationToken = default) => WaitForAsync<TestSleep>("does not sleep", cancellationToken);

    /// <summary>Waits until the run waits for a signal.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The signal that it waits for.</returns>
    /// <exception cref="Agnt5TestException">It comes to rest otherwise.</exception>
    public Task<TestSignalWait> WaitForSignalWaitAsync(CancellationToken cancellationToken = default) => WaitForAsync<TestSignalWait>("waits for no signal", cancellationToken);

    /// <summary>Waits until the run has ended, however it ends.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="Agnt5TestException">It comes to rest before.</exception>
    public async Task<LocalRunStatus> WaitForEndAsync(CancellationToken cancellationToken = default)
    {
        await EndAsync(cancellationToken).ConfigureAwait(false);
        return Status;
    }

    /// <summary>Waits until the run has failed.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The error.</returns>
    /// <exception cref="Agnt5TestException">It ends otherwise, or comes to rest before.</exception>
    public async Task<TestFailure> FailureAsync(CancellationToken cancellationToken = default) => await EndAsync(cancellationToken).ConfigureAwait(false) switch
    {
        { Phase: RunPhase.Failed, Outcome: { } outcome } => new TestFailure(outcome.ErrorCode ?? "", outcome.ErrorMessage ?? ""),
        var run => throw Host.FailureOf(run, $"The run has not failed. {Explanation.Of(run, Host)}"),
    };

    /// <summary>Waits for the output of the run as JSON.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The output. <c>undefined</c> where the component has none.</returns>
    /// <exception cref="Agnt5TestException">It fails, is cancelled, or comes to rest before.</exception>
    public Task<JsonElement> OutputJsonAsync(CancellationToken cancellationToken = default) => As<JsonElement>().OutputAsync(cancellationToken);

    /// <summary>The run at its end.</summary>
    internal async Task<RunState> EndAsync(CancellationToken cancellationToken)
    {
        var run = await RestAsync(static run => run.HasEnded, cancellationToken).ConfigureAwait(false);
        return run.HasEnded ? run : throw Host.FailureOf(run, $"The run has not ended. {Explanation.Of(run, Host)}");
    }

    private async Task<T> WaitForAsync<T>(string otherwise, CancellationToken cancellationToken)
        where T : TestPause
    {
        var run = await RestAsync(static run => ShownPause.Of(run) is T, cancellationToken).ConfigureAwait(false);
        return ShownPause.Of(run) as T ?? throw Host.FailureOf(run, $"The run {otherwise}. {Explanation.Of(run, Host)}");
    }

    /// <summary>The run as it is at rest. A deployed endpoint's times pass by themselves: they are waited for where they are near.</summary>
    private async Task<RunState> RestAsync(Predicate<RunState> isThere, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Host.RestAsync(cancellationToken).ConfigureAwait(false);
            var run = State;
            if (isThere(run) || run.HasEnded || Host.Clock is not null || Host.NextDue is not { } due || due - Host.Now > Host.RealTimeLimit)
                return run;
            await Task.Delay(due > Host.Now ? due - Host.Now : TimeSpan.FromMilliseconds(1), Host.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
