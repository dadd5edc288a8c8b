using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Payloads;

namespace Agnt5.Local.Storage;

/// <summary>
/// The store of an engine that lives as long as its process: for tests, and for trying things out. It keeps every run that has not ended, and of the ended ones the newest: their inputs, outputs and
/// journals would fill any memory.
/// </summary>
/// <param name="maxEndedRuns">How many ended runs are kept, and so many events, batches and sessions (<see cref="KeptCounts"/>). What ended or came first is forgotten first.</param>
/// <param name="payloads">Where uploaded outputs lie. They are forgotten with their runs.</param>
internal sealed partial class MemoryStore(int maxEndedRuns = MemoryStore.DefaultMaxEndedRuns, IPayloadStore? payloads = null) : IEngineStore
{
    public const int DefaultMaxEndedRuns = 100_000;

    private static readonly Comparer<long> NewestFirst = Comparer<long>.Create(static (left, right) => right.CompareTo(left));

    // One lock for all: the loop takes it once in a transaction, and readers for a moment.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MemoryRun> _runs = [];
    private readonly SortedDictionary<long, MemoryRun> _newestFirst = new(NewestFirst);
    private readonly SortedDictionary<long, MemoryRun> _unfinished = new(NewestFirst);
    private readonly Queue<string> _ended = new();
    private readonly Dictionary<FlowKey, KeyState> _keys = [];
    private readonly SortedSet<DueMachine> _due = new(DueOrder.Instance);
    private readonly MemorySessions _sessions = new(KeptCounts.BesideRuns(maxEndedRuns));
    private readonly AcceptedKeys _accepted = new();
    private long _lastNumber;

    public RunState? FindRun(string runId) => ReadRun(runId);

    public KeyState? FindKey(FlowKey key)
    {
        lock (_gate)
            return _keys.GetValueOrDefault(key);
    }

    public string? FindAccepted(IdempotencyKey key, long nowMs)
    {
        lock (_gate)
            return _accepted.Find(key, nowMs);
    }

    public ReadOnlyMemory<byte> FindSession(string environment, string sessionId)
    {
        lock (_gate)
            return _sessions.Find(environment, sessionId);
    }

    public void Commit(StoreChanges changes)
    {
        lock (_gate)
        {
            foreach (var (runId, state) in changes.Runs)
                Save(runId, state, changes);
            foreach (var (runId, entry) in changes.Journal)
                _runs.GetValueOrDefault(runId)?.Journal.Add(entry);
            foreach (var (key, state) in changes.Keys)
                Save(key, state);
            foreach (var (session, saved) in changes.Sessions)
                _sessions.Save(session, saved);
            foreach (var (key, runId, untilMs) in changes.Accepted)
            {
                if (_runs.ContainsKey(runId))
                    _accepted.Add(key, runId, untilMs);
            }

            CommitTriggers(changes);
            while (_ended.Count > maxEndedRuns)
                Forget(_ended.Dequeue());
        }
    }

    public IReadOnlyList<DueMachine> Due(long nowMs, int limit)
    {
        lock (_gate)
            return [.. _due.TakeWhile(due => due.AtMs <= nowMs).Take(limit)];
    }

    public long? NextDueMs()
    {
        lock (_gate)
            return _due.Count == 0 ? null : _due.Min.AtMs;
    }

    public IReadOnlyList<string> RunsAtEndpoints()
    {
        lock (_gate)
            return [.. _unfinished.Values.Where(static run => run.State.Phase == RunPhase.Running).Reverse().Select(static run => run.State.Spec.RunId)];
    }

    public ReadOnlyMemory<byte> ReadInput(string runId)
    {
        lock (_gate)
            return _runs.GetValueOrDefault(runId)?.Input ?? default;
    }

    public RunState? ReadRun(string runId)
    {
        lock (_gate)
            return _runs.GetValueOrDefault(runId)?.State;
    }

    public IReadOnlyList<RunState> ReadRuns(RunFilter filter)
    {
        lock (_gate)
        {
            // Unfinished runs are few among many that have ended.
            IEnumerable<MemoryRun> runs = filter.Phases is { } phases && !phases.Any(static phase => phase is RunPhase.Completed or RunPhase.Failed or RunPhase.Cancelled)
                ? _unfinished.Values
                : _newestFirst.Values;
            return [.. runs.Select(static run => run.State).Where(filter.Matches).Take(filter.Limit)];
        }
    }

    public IReadOnlyList<JournalEntry> ReadJournal(string runId, long afterSequence, int limit)
    {
        lock (_gate)
            return _runs.GetValueOrDefault(runId)?.ReadJournal(afterSequence, limit) ?? [];
    }

    public void Dispose()
    {
        // The states live as long as the object, so that an engine can be started on them again.
    }

    private void Save(string runId, RunState state, StoreChanges changes)
    {
        if (!_runs.TryGetValue(runId, out var run))
        {
            run = new MemoryRun { State = state, Input = changes.Inputs.GetValueOrDefault(runId), Number = ++_lastNumber };
            _runs.Add(runId, run);
            _newestFirst.Add(run.Number, run);
            _unfinished.Add(run.Number, run);
            Plan(null, state.WakeAtMs, runId, null);
        }
        else
        {
            Plan(run.State.WakeAtMs, state.WakeAtMs, runId, null);
            run.State = state;
        }

        if (state.HasEnded && _unfinished.Remove(run.Number))
            _ended.Enqueue(runId);
    }

    private void Save(FlowKey key, KeyState state)
    {
        Plan(_keys.GetValueOrDefault(key)?.WakeAtMs, state.Entries.Count == 0 ? null : state.WakeAtMs, null, key);
        if (state.Entries.Count == 0)
            _keys.Remove(key);
        else
            _keys[key] = state;
    }

    private void Plan(long? beforeMs, long? nextMs, string? runId, FlowKey? key)
    {
        if (beforeMs == nextMs)
            return;
        if (beforeMs is { } before)
            _due.Remove(new DueMachine(before, runId, key));
        if (nextMs is { } next)
            _due.Add(new DueMachine(next, runId, key));
    }

    private void Forget(string runId)
    {
        if (!_runs.Remove(runId, out var run))
            return;

        _newestFirst.Remove(run.Number);
        _accepted.Forget(runId);
        if (run.State.Outcome?.OutputRef is { } name)
            payloads?.Remove(name);
    }
}
