using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Storage;

/// <summary>
/// Where the engine's state lies. The engine's one thread calls the members of the first part, and waits for them: a store that writes files does so on that thread, many happenings in one transaction.
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

    /// <summary>Makes changes durable, all or none.</summary>
    void Commit(StoreChanges changes);

    /// <summary>Runs and keys whose time has come, earliest first.</summary>
    IReadOnlyList<DueMachine> Due(long nowMs, int limit);

    /// <summary>When the next run or key wants to be told the time, Unix ms, or <see langword="null"/>.</summary>
    long? NextDueMs();

    /// <summary>The runs with a slice on its way. Asked once, at the start.</summary>
    IReadOnlyList<string> RunsAtEndpoints();

    /// <summary>The input of a run as UTF-8 JSON. From any thread.</summary>
    ReadOnlyMemory<byte> ReadInput(string runId);

    /// <summary>A run as it was last committed, from any thread.</summary>
    RunState? ReadRun(string runId);

    /// <summary>Runs, newest first, from any thread.</summary>
    IReadOnlyList<RunState> ReadRuns(RunFilter filter);

    /// <summary>A run's journal behind a number, in order, from any thread.</summary>
    IReadOnlyList<Engine.JournalEntry> ReadJournal(string runId, long afterSequence, int limit);
}
