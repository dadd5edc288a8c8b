using System.Runtime.CompilerServices;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting;

internal sealed partial class LocalEngine
{
    /// <summary>So many entries of a journal are read at once while it is watched.</summary>
    private const int WatchedAtOnce = 200;

    /// <summary>The longest time that a timer can be set for. Who wants to wait for longer waits for as long as it takes.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>Accepts a run.</summary>
    /// <returns>The run, or the earlier one that its idempotency key stands for.</returns>
    /// <exception cref="EngineException">There is no such component, the input is no JSON, or too much waits already.</exception>
    public Task<AcceptedRun> SubmitAsync(RunRequest request, CancellationToken cancellationToken = default) =>
        _loop.DoAsync(RunAdmission.Of(request, _deployments, _settings, NowMs).Accept, cancellationToken);

    /// <summary>Waits until a run stops.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="stop">Until when.</param>
    /// <param name="timeout">How long, by the engine's clock. <see langword="null"/> or more than 49 days for as long as it takes.</param>
    /// <param name="cancellationToken">Ends the waiting, not the run.</param>
    /// <returns>The run as it is then: at its stop, or wherever it is when the time is over.</returns>
    /// <exception cref="EngineException">There is no such run.</exception>
    public async Task<RunState> WaitAsync(string runId, RunStop stop, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        using var over = timeout is { } time && time <= LongestWait ? new CancellationTokenSource(time < TimeSpan.Zero ? TimeSpan.Zero : time, _settings.Time) : null;
        using var linked = over is null ? null : CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        var waiting = linked?.Token ?? cancellationToken;
        var run = GetRun(runId);
        while (!stop.IsReachedBy(run))
        {
            // First this and then another look at the run, so that no change is missed in between.
            var next = _stops.NextAsync(runId);
            run = GetRun(runId);
            if (stop.IsReachedBy(run))
                _stops.Changed(run);
            try
            {
                run = await next.WaitAsync(waiting).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (over is { IsCancellationRequested: true } && !cancellationToken.IsCancellationRequested)
            {
                return GetRun(runId);
            }
        }

        return run;
    }

    public RunState? FindRun(string runId) => _loop.FindActive(runId) ?? _store.ReadRun(runId);

    /// <exception cref="EngineException">There is no such run.</exception>
    public RunState GetRun(string runId) => FindRun(runId) ?? throw RunNotFound(runId);

    /// <summary>Runs, newest first, unfinished ones too.</summary>
    public IReadOnlyList<RunState> ListRuns(RunFilter filter) => _store.ReadRuns(filter);

    /// <summary>The input of a run as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> ReadInput(string runId) => _store.ReadInput(runId);

    /// <summary>The output of a run that has completed, as UTF-8 JSON, also where the endpoint uploaded it. Empty where the component has none.</summary>
    /// <exception cref="EngineException">There is no such run, or it has not completed.</exception>
    public ReadOnlyMemory<byte> ReadOutput(string runId) => ReadOutput(GetRun(runId));

    /// <inheritdoc cref="ReadOutput(string)"/>
    public ReadOnlyMemory<byte> ReadOutput(RunState run)
    {
        var runId = run.Spec.RunId;
        if (run is not { Phase: RunPhase.Completed, Outcome: { } outcome })
            throw new EngineException(EngineErrorKind.NotFound, EngineErrorCodes.NoOutput, $"Run {runId} has no output: it has not completed. Its status says where it is.");
        if (outcome.OutputRef is not { } name)
            return outcome.Output;
        return _settings.Payloads.Find(name)?.Content
            ?? throw new EngineException(EngineErrorKind.NotFound, EngineErrorCodes.NoOutput, $"The output of run {runId} was uploaded, and is not in the payload store any more.");
    }

    /// <summary>A run's journal behind a number, in order.</summary>
    public IReadOnlyList<JournalEntry> ReadJournal(string runId, long afterSequence = 0, int limit = 1000) => _store.ReadJournal(runId, afterSequence, limit);

    /// <summary>A run's journal behind a number, and what is added to it, until the run has ended.</summary>
    /// <exception cref="EngineException">There is no such run.</exception>
    public async IAsyncEnumerable<JournalEntry> WatchJournalAsync(string runId, long afterSequence = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var run = GetRun(runId);
        while (true)
        {
            // The run first and its journal after, so that an ended run has all of its events.
            var next = run.HasEnded ? Task.FromResult(run) : _changes.NextAsync(runId);
            run = GetRun(runId);
            var entries = ReadJournal(runId, afterSequence, WatchedAtOnce);
            foreach (var entry in entries)
            {
                yield return entry;
                afterSequence = entry.Sequence;
            }

            if (run.HasEnded)
                _changes.Changed(run);
            if (entries.Count == WatchedAtOnce)
                continue;
            if (run.HasEnded)
                yield break;
            run = await next.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What happens in all runs from now on, until the engine stops.</summary>
    public IAsyncEnumerable<WatchedEntry> WatchAllAsync(CancellationToken cancellationToken = default) => _watchers.Watch(cancellationToken);

    private static EngineException RunNotFound(string runId) => new(EngineErrorKind.NotFound, EngineErrorCodes.RunNotFound, $"There is no run {runId}. Ended runs may have been forgotten.");
}
