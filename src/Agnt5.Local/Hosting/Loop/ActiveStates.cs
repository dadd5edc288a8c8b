using System.Collections.Concurrent;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Hosting.Loop;

/// <summary>
/// The states of runs and keys that are likely to be needed soon, as they are in the store. A run that pauses or ends leaves, so that a hundred thousand sleepers cost no memory here. Used by the loop
/// alone, but for <see cref="FindActive"/>.
/// </summary>
internal sealed class ActiveStates(IEngineStore store)
{
    /// <summary>More keys than this are dropped, all at once. They are read again when they are needed.</summary>
    private const int MostKeys = 10_000;

    private readonly ConcurrentDictionary<string, RunState> _runs = [];
    private readonly Dictionary<FlowKey, KeyState> _keys = [];

    /// <exception cref="UnreadableStateException">The store cannot be read; so with all that is found here.</exception>
    public RunState? FindRun(string runId) => _runs.GetValueOrDefault(runId) ?? Read(runId, static (store, runId) => store.FindRun(runId));

    /// <summary>Finds a run that is active, as it was committed last, or <see langword="null"/>. From any thread: it spares the store most reads of those who send slices and wait for ends.</summary>
    public RunState? FindActive(string runId) => _runs.GetValueOrDefault(runId);

    public KeyState? FindKey(FlowKey key) => _keys.GetValueOrDefault(key) ?? Read(key, static (store, key) => store.FindKey(key));

    public string? FindAccepted(IdempotencyKey key, long nowMs) => Read((key, nowMs), static (store, asked) => store.FindAccepted(asked.key, asked.nowMs));

    public EventState? FindEvent(string key) => Read(key, static (store, key) => store.FindEvent(key));

    public ReadOnlyMemory<byte> FindSession(string environment, string sessionId) =>
        Read((environment, sessionId), static (store, asked) => store.FindSession(asked.environment, asked.sessionId));

    /// <summary>Follows what was committed.</summary>
    public void Follow(StoreChanges changes)
    {
        foreach (var (runId, run) in changes.Runs)
        {
            if (run.Phase is RunPhase.Queued or RunPhase.Running or RunPhase.RetryDelayed)
                _runs[runId] = run;
            else
                _runs.TryRemove(runId, out _);
        }

        if (_keys.Count > MostKeys)
            _keys.Clear();
        foreach (var (key, state) in changes.Keys)
        {
            if (state.Entries.Count == 0)
                _keys.Remove(key);
            else
                _keys[key] = state;
        }
    }

    private TResult Read<TAsked, TResult>(TAsked asked, Func<IEngineStore, TAsked, TResult> read)
    {
        try
        {
            return read(store, asked);
        }
        catch (Exception exception)
        {
            throw new UnreadableStateException(exception);
        }
    }
}
