using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Storage;

/// <summary>
/// Where the engine's state lies. The engine's one thread calls the members of the first part, and waits for them: a store that writes files does so there, many happenings in one transaction.
/// </summary>
internal interface IEngineStore : IDisposable
{
    RunState? FindRun(string runId);

    /// <summary>Finds a key with all of its entries, or <see langword="null"/> when nobody uses it.</summary>
    KeyState? FindKey(FlowKey key);

    /// <summary>The run that was accepted with an idempotency key, or <see langword="null"/> where there is none or its time is over.</summary>
    string? FindAccepted(IdempotencyKey key, long nowMs);

    /// <summary>The saved entry of a session, as JSON. Empty for none.</summary>
    ReadOnlyMemory<byte> FindSession(string environment, string sessionId);

    /// <summary>The event that was received with a key (<see cref="EventState.Key"/>), or <see langword="null"/>.</summary>
    EventState? FindEvent(string key);

    /// <summary>Makes changes durable, all or none.</summary>
    void Commit(StoreChanges changes);

    /// <summary>Runs and keys whose time has come, earliest first.</summary>
    IReadOnlyList<DueMachine> Due(long nowMs, int limit);

    /// <summary>When the next run or key wants to be told the time, Unix ms, or <see langword="null"/>.</summary>
    long? NextDueMs();

    /// <summary>The runs with a slice on its way. Asked once, at the start.</summary>
    IReadOnlyList<string> RunsAtEndpoints();

    /// <summary>All environments. Asked once, at the start.</summary>
    IReadOnlyList<EnvironmentState> ReadEnvironments();

    /// <summary>The secret that signs a deployment's invokes, or <see langword="null"/>, from any thread.</summary>
    string? ReadSecret(string deploymentId);

    /// <summary>The gates. Asked once, at the start.</summary>
    DispatchGates ReadGates();

    /// <summary>The schedules of all environments. Asked once, at the start.</summary>
    IReadOnlyDictionary<string, SchedulesState> ReadSchedules();

    /// <summary>All integrations, by source and id, from any thread.</summary>
    IReadOnlyList<Integration> ReadIntegrations();

    /// <summary>An event, from any thread.</summary>
    EventState? ReadEvent(string eventRunId);

    /// <summary>Events, newest first, from any thread.</summary>
    IReadOnlyList<EventState> ReadEvents(EventFilter filter);

    /// <summary>The input of a run as UTF-8 JSON. From any thread.</summary>
    ReadOnlyMemory<byte> ReadInput(string runId);

    /// <summary>A run as it was last committed, from any thread.</summary>
    RunState? ReadRun(string runId);

    /// <summary>Runs, newest first, from any thread.</summary>
    IReadOnlyList<RunState> ReadRuns(RunFilter filter);

    /// <summary>A run's journal behind a number, in order, from any thread.</summary>
    IReadOnlyList<Engine.JournalEntry> ReadJournal(string runId, long afterSequence, int limit);

    /// <summary>A batch, from any thread.</summary>
    BatchState? ReadBatch(string batchId);
}
