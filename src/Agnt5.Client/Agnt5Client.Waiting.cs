using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Client.Wire;

namespace Agnt5;

public sealed partial class Agnt5Client
{
    /// <summary>Waits until a run has ended, through all of its pauses, and reads its output.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="timeout">How long to wait. Default: as long as it takes.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the wait, and not the run.</param>
    /// <returns>The output, or <see cref="JsonValueKind.Undefined"/> where the run has none.</returns>
    /// <exception cref="Agnt5Exception">The run failed, was cancelled or ran out of time; the wait was over (<see cref="Agnt5ClientErrors.WaitTimeout"/>); or a call went wrong.</exception>
    public Task<JsonElement> WaitAsync(string runId, TimeSpan? timeout = null, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        WaitAsync(runId, Output.Untyped, timeout, options, cancellationToken);

    /// <summary>Waits until a run has ended, through all of its pauses, and reads its typed output.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="outputType">The JSON metadata of the output.</param>
    /// <param name="timeout">How long to wait. Default: as long as it takes.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the wait, and not the run.</param>
    /// <exception cref="Agnt5Exception">The run did not end well; the wait was over (<see cref="Agnt5ClientErrors.WaitTimeout"/>); or a call went wrong.</exception>
    public Task<TOutput> WaitAsync<TOutput>(string runId, JsonTypeInfo<TOutput> outputType, TimeSpan? timeout = null, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        WaitAsync(runId, Output.Of(outputType), timeout, options, cancellationToken);

    /// <summary>Waits until a run has ended, however it ends.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="timeout">How long to wait. Default: as long as it takes.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the wait, and not the run.</param>
    /// <exception cref="Agnt5Exception">The wait was over (<see cref="Agnt5ClientErrors.WaitTimeout"/>), or a call went wrong.</exception>
    public async Task<RunInfo> WaitForEndAsync(string runId, TimeSpan? timeout = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var polls = new Polls(_gateway.Options.TimeProvider, runId, timeout, cancellationToken);
        while (true)
        {
            try
            {
                var (result, status) = await PollAsync(runId, options, polls.Token).ConfigureAwait(false);
                if (result is not null)
                    return result;
                polls.Answered(status);
            }
            catch (Agnt5Exception exception) when (polls.MayGoOn(exception))
            {
                // The run goes on, whatever became of one question about it.
            }
            catch (OperationCanceledException) when (polls.IsOver)
            {
                throw polls.Over();
            }

            await polls.PauseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads what a run asks now, or <see langword="null"/> while it asks nothing: it works, sleeps, waits for a signal, or has ended.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Agnt5Exception">There is no such run, or the call went wrong.</exception>
    public async Task<RunQuestion?> QuestionAsync(string runId, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var run = await StatusAsync(runId, options, cancellationToken).ConfigureAwait(false);
        return run.Status == RunStatus.Paused ? await NewestQuestionAsync(runId, options, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Waits until a run asks a question.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="timeout">How long to wait. Default: as long as it takes.</param>
    /// <param name="options">The tenant that it was started for.</param>
    /// <param name="cancellationToken">Ends the wait, and not the run.</param>
    /// <returns>The question, or <see langword="null"/> when the run ended without one.</returns>
    /// <exception cref="Agnt5Exception">The wait was over (<see cref="Agnt5ClientErrors.WaitTimeout"/>), or a call went wrong.</exception>
    public async Task<RunQuestion?> WaitForQuestionAsync(string runId, TimeSpan? timeout = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var polls = new Polls(_gateway.Options.TimeProvider, runId, timeout, cancellationToken);
        while (true)
        {
            try
            {
                var run = await StatusAsync(runId, options, polls.Token).ConfigureAwait(false);
                if (run.HasEnded)
                    return null;
                if (run.Status == RunStatus.Paused && await NewestQuestionAsync(runId, options, polls.Token).ConfigureAwait(false) is { } question)
                    return question;
                polls.Answered(run.Status);
            }
            catch (Agnt5Exception exception) when (polls.MayGoOn(exception))
            {
                // As above.
            }
            catch (OperationCanceledException) when (polls.IsOver)
            {
                throw polls.Over();
            }

            await polls.PauseAsync().ConfigureAwait(false);
        }
    }

    internal async Task<T> WaitAsync<T>(string runId, OutputReader<T> output, TimeSpan? timeout, CallOptions? options, CancellationToken cancellationToken)
    {
        var run = await WaitForEndAsync(runId, timeout, options, cancellationToken).ConfigureAwait(false);
        return run.Status == RunStatus.Completed
            ? output(runId, await OutputOfAsync(run, options, cancellationToken).ConfigureAwait(false))
            : throw _gateway.Errors.Ended(run);
    }

    private async Task<RunQuestion?> NewestQuestionAsync(string runId, CallOptions? options, CancellationToken cancellationToken)
    {
        var pause = EventReader.NewestPause(await EventsAsync(runId, options, cancellationToken).ConfigureAwait(false));
        return pause is not null && EventReader.IsQuestion(pause) ? EventReader.QuestionOf(runId, pause) : null;
    }
}
