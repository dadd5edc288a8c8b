using System.Collections.Concurrent;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Hosting.Runs;

/// <summary>Lets callers wait until something about a run changes. To lose nothing, a caller takes <see cref="NextAsync"/> first, looks at the run, and only then waits.</summary>
internal sealed class RunChanges
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunState>> _awaited = new();

    /// <summary>Completes with the run as its next change leaves it.</summary>
    public Task<RunState> NextAsync(string runId) => _awaited.GetOrAdd(runId, static _ => new TaskCompletionSource<RunState>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Changed(RunState run)
    {
        if (_awaited.TryRemove(run.Spec.RunId, out var next))
            next.TrySetResult(run);
    }
}
