using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Tests.Storage;

/// <summary>Two stores that get the same changes, and must give the same answers. What differs is kept, because the engine would bear an error.</summary>
internal sealed class ComparedStore(IEngineStore first, IEngineStore second) : IEngineStore
{
    private readonly Lock _gate = new();

    /// <summary>Where the stores differ.</summary>
    public List<string> Differences { get; } = [];

    public RunState? FindRun(string runId) => Same(store => store.FindRun(runId), StoreTexts.Of);

    public KeyState? FindKey(FlowKey key) => Same(store => store.FindKey(key), StoreTexts.Of);

    public string? FindAccepted(IdempotencyKey key, long nowMs) => Same(store => store.FindAccepted(key, nowMs), static runId => runId ?? "none");

    public ReadOnlyMemory<byte> FindSession(string environment, string sessionId) => Same(store => store.FindSession(environment, sessionId), StoreTexts.Text);

    public EventState? FindEvent(string key) => Same(store => store.FindEvent(key), StoreTexts.Of);

    public void Commit(StoreChanges changes)
    {
        lock (_gate)
        {
            first.Commit(changes);
            second.Commit(changes);
        }
    }

    // Those who are due at the same time have no order.
    public IReadOnlyList<DueMachine> Due(long nowMs, int limit) =>
        Same(store => store.Due(nowMs, limit), static due => string.Join('\n', due.Select(static machine => machine.ToString()).Order(StringComparer.Ordinal)));

    public long? NextDueMs() => Same(static store => store.NextDueMs(), static dueMs => $"{dueMs}");

    public IReadOnlyList<string> RunsAtEndpoints() => Same(static store => store.RunsAtEndpoints(), static runs => string.Join(' ', runs));

    public IReadOnlyList<EnvironmentState> ReadEnvironments() => Same(static store => store.ReadEnvironments(), static environments => string.Join('\n', environments.Select(StoreTexts.Of)));

    public string? ReadSecret(string deploymentId) => Same(store => store.ReadSecret(deploymentId), static secret => secret ?? "none");

    public DispatchGates ReadGates() => Same(static store => store.ReadGates(), static gates => gates.ToString());

    public IReadOnlyDictionary<string, SchedulesState> ReadSchedules() => Same(
        static store => store.ReadSchedules(),
        static schedules => string.Join('\n', schedules.OrderBy(static row => row.Key, StringComparer.Ordinal).Select(static row => $"{row.Key} {string.Join(' ', row.Value.ByRoute)}")));

    public IReadOnlyList<Integration> ReadIntegrations() => Same(static store => store.ReadIntegrations(), static integrations => string.Join('\n', integrations));

    public EventState? ReadEvent(string eventRunId) => Same(store => store.ReadEvent(eventRunId), StoreTexts.Of);

    public IReadOnlyList<EventState> ReadEvents(EventFilter filter) => Same(store => store.ReadEvents(filter), static events => string.Join('\n', events.Select(StoreTexts.Of)));

    public ReadOnlyMemory<byte> ReadInput(string runId) => Same(store => store.ReadInput(runId), StoreTexts.Text);

    public RunState? ReadRun(string runId) => Same(store => store.ReadRun(runId), StoreTexts.Of);

    public IReadOnlyList<RunState> ReadRuns(RunFilter filter) => Same(store => store.ReadRuns(filter), static runs => string.Join('\n', runs.Select(StoreTexts.Of)));

    public IReadOnlyList<JournalEntry> ReadJournal(string runId, long afterSequence, int limit) => Same(store => store.ReadJournal(runId, afterSequence, limit), StoreTexts.Of);

    public BatchState? ReadBatch(string batchId) => Same(store => store.ReadBatch(batchId), StoreTexts.Of);

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
    }

    private T Same<T>(Func<IEngineStore, T> read, Func<T, string> show)
    {
        lock (_gate)
        {
            var (expected, actual) = (read(first), read(second));
            if (show(expected) != show(actual))
                Differences.Add($"{show(expected)}\nis not\n{show(actual)}");
            return expected;
        }
    }
}
