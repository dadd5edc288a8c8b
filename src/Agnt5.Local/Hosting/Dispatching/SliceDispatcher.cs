using Agnt5.Execution;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Loop;
using Agnt5.Local.Storage;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Hosting.Dispatching;

/// <summary>
/// Sends slices to their endpoints, so many at once, and tells the loop what came of each. The line counts as nothing to lose: what was not answered is sent again after a restart.
/// </summary>
internal sealed class SliceDispatcher : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SliceLine _line = new();
    private readonly Dictionary<string, SliceOnItsWay> _onTheirWay = [];
    private readonly Func<string, RunState?> _find;
    private readonly IEngineStore _store;
    private readonly IDispatchTargets _targets;
    private readonly EngineSettings _settings;
    private readonly Activity _activity;
    private readonly Action<RunTold> _tell;
    private readonly GuardedLogger _logger;
    private bool _isStopped;

    /// <param name="find">Finds runs.</param>
    /// <param name="store">Where the inputs of runs are read.</param>
    /// <param name="targets">The ways to the endpoints.</param>
    /// <param name="settings">The engine's settings.</param>
    /// <param name="activity">Counts slices on their way.</param>
    /// <param name="tell">Tells the loop.</param>
    public SliceDispatcher(
        Func<string, RunState?> find, IEngineStore store, IDispatchTargets targets, EngineSettings settings, Activity activity, Action<RunTold> tell)
    {
        (_find, _store, _targets, _settings, _activity, _tell) = (find, store, targets, settings, activity, tell);
        _logger = new GuardedLogger(settings.Loggers.CreateLogger<SliceDispatcher>());
    }

    /// <summary>Acts on what a committed transaction wants to leave the process. Called by the loop.</summary>
    public void Take(IReadOnlyList<Effect> outward, StoreChanges changes)
    {
        lock (_gate)
        {
            foreach (var effect in outward)
            {
                if (effect is StartSlice start && changes.Runs.GetValueOrDefault(start.RunId) is { } run)
                    Add(start, run.Spec, changes);
                else if (effect is AbandonSlice abandoned)
                    Abandon(abandoned);
            }
        }

        SendNext();
    }

    /// <summary>A deployment may be reached again.</summary>
    public void Release(string deploymentId)
    {
        lock (_gate)
            _line.Release(deploymentId);
        SendNext();
    }

    /// <summary>Gives up all that is on its way.</summary>
    public void Dispose()
    {
        SliceOnItsWay[] given;
        lock (_gate)
        {
            _isStopped = true;
            given = [.. _onTheirWay.Values];
        }

        foreach (var slice in given)
            slice.Abandon();
    }

    // A component that does not heed its token must not take the place of others.
    private void Abandon(AbandonSlice abandoned)
    {
        if (_line.Drop(abandoned.RunId, abandoned.Slice) || !_onTheirWay.TryGetValue(abandoned.RunId, out var slice) || slice.Number > abandoned.Slice)
            return;

        _onTheirWay.Remove(abandoned.RunId);
        slice.Abandon();
    }

    // The input of a new run that goes out at once need not be read again. Those of a long line would take a lot of memory.
    private void Add(StartSlice start, RunSpec spec, StoreChanges changes)
    {
        var slice = new WaitingSlice(start.RunId, start.Slice, spec.DeploymentId, spec.Priority);
        if (_onTheirWay.Count + _line.Count < _settings.MaxSlices && changes.Inputs.TryGetValue(start.RunId, out var input))
            slice.Input = input;
        _line.Add(slice);
    }

    private void SendNext()
    {
        while (true)
        {
            SliceOnItsWay? next;
            lock (_gate)
            {
                if (_isStopped || _onTheirWay.Count >= _settings.MaxSlices || _line.Take(_targets.IsHeld) is not { } waiting)
                    return;

                next = new SliceOnItsWay(waiting);
                // An answer to an older slice of the run may still come; nobody waits for it.
                if (_onTheirWay.Remove(waiting.RunId, out var older))
                    older.Abandon();
                _onTheirWay.Add(waiting.RunId, next);
                _activity.Begin();
            }

            // A component of this process may run for a while before it awaits anything.
            ThreadPool.UnsafeQueueUserWorkItem(static state => _ = state.Dispatcher.SendAsync(state.Slice), (Dispatcher: this, Slice: next), preferLocal: false);
        }
    }

    private async Task SendAsync(SliceOnItsWay slice)
    {
        var happening = await InvokeAsync(slice).ConfigureAwait(false);
        lock (_gate)
        {
            if (_onTheirWay.GetValueOrDefault(slice.RunId) == slice)
                _onTheirWay.Remove(slice.RunId);
        }

        if (happening is not null)
            _tell(new RunTold(slice.RunId, happening));
        slice.Dispose();
        SendNext();
        _activity.End();
    }

    /// <returns>What the run is told, or <see langword="null"/> when it does not want to know.</returns>
    private async Task<RunHappening?> InvokeAsync(SliceOnItsWay slice)
    {
        try
        {
            if (_find(slice.RunId) is not { Phase: RunPhase.Running } run || run.Slice != slice.Number)
                return null;

            var result = await _targets.InvokeAsync(run, slice.Input ?? _store.ReadInput(slice.RunId), slice.Abandoned).ConfigureAwait(false);
            return result switch
            {
                _ when slice.Abandoned.IsCancellationRequested => null,
                InvokeAnswered answered => new SliceAnswered(NowMs(), slice.Number, answered.Answer),
                InvokeLost lost => new SliceLost(NowMs(), slice.Number, lost.Code, lost.Message, lost.IsFinal, lost.RetryAfterMs),
                _ => throw new InvalidOperationException($"A result of the type {result.GetType().Name} means nothing here."),
            };
        }
        catch (OperationCanceledException) when (slice.Abandoned.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            HostLog.DispatchBroken(_logger, exception, slice.RunId);
            return new SliceLost(NowMs(), slice.Number, EngineErrorCodes.Bug, "The engine could not send this because of an error of its own. Its log has the reason; please report it.");
        }
    }

    private long NowMs() => _settings.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
