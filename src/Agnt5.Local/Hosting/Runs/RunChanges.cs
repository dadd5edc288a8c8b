using System.Collections.Concurrent;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Hosting.Runs;

/// <summary>Lets callers wait until something about a run changes. To lose nothing, a caller takes <see cref="NextAsync"/> first, looks at the run, and only then waits.</summary>
internal sealed class RunChanges
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunState>> _awaited = new();
    private volatile bool _isStopped;

    /// <summary>Completes with the run as its next change leaves it, or fails once the engine stops.</summary>
    public Task<RunState> NextAsync(string runId)
    {
        var next = _awaited.GetOrAdd(runId, static _ => new TaskCompletionSource<RunState>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (_isStopped)
            next.TrySetException(Stopped());
        return next.Task;
    }

    public void Changed(RunState run)
    {
        if (_awaited.TryRemove(run.Spec.RunId, out var next))
            next.TrySetResult(run);
    }

    /// <summary>Nothing changes any more: nobody must wait for ever.</summary>
    public void Stop()
    {
        _isStopped = true;
        foreach (var next in _awaited.Values)
            next.TrySetException(Stopped());
    }

    private static EngineException Stopped() => new(
        EngineErrorKind.Busy, EngineErrorCodes.Stopped, "The engine has stopped, so nobody will tell how this run goes on. An engine that is started on the same store takes it on.");
}
