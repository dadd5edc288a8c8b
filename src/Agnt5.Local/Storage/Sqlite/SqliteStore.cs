using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage.Sqlite.Rows;
using Agnt5.Local.Storage.Sqlite.Secrets;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite;

/// <summary>
/// The store of an engine that must survive its process: one SQLite file. A commit is on the disk when it comes back. Of a run that waits, nothing stays in memory. One engine has a file at a time;
/// <c>sqlite3</c> may read beside it.
/// </summary>
internal sealed class SqliteStore : IEngineStore
{
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly StoreConnections _readers;
    private readonly SecretVault _vault;
    private readonly StoreWriter _writer;

    private SqliteStore(string path, FileStream fileLock, StoreConnections readers, SecretVault vault, StoreWriter writer) =>
        (_path, _lock, _readers, _vault, _writer) = (path, fileLock, readers, vault, writer);

    /// <summary>Opens a file, or makes it. A file of an earlier version is brought up to date.</summary>
    /// <exception cref="Hosting.EngineException">Another engine has the file, it cannot be written, it is no engine's file, or its secrets need another key.</exception>
    public static SqliteStore Open(SqliteStoreOptions options)
    {
        var fileLock = StoreLock.Take(options.Path);
        // Readers come later, when the process may have gone to another folder.
        options = options with { Path = Path.GetFullPath(options.Path) };
        var readers = new StoreConnections(options.Path);
        SqliteConnection? connection = null;
        try
        {
            connection = readers.OpenWriter();
            StoreSchema.Update(connection, options.Path);
            var vault = SecretVault.Open(connection, options);
            return new SqliteStore(options.Path, fileLock, readers, vault, new StoreWriter(connection, options, vault));
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            fileLock.Dispose();
            if (exception is SqliteException cause)
                throw StoreErrors.Of(options.Path, cause);
            throw;
        }
    }

    public RunState? FindRun(string runId) => Try(_writer.Runs.Find, runId);

    public KeyState? FindKey(FlowKey key) => Try(_writer.Keys.Find, key);

    public string? FindAccepted(IdempotencyKey key, long nowMs) => Try(asked => _writer.Accepted.Find(asked, nowMs), key);

    public ReadOnlyMemory<byte> FindSession(string environment, string sessionId) => Try(asked => _writer.Accepted.FindSession(environment, asked), sessionId);

    public EventState? FindEvent(string key) => Try(_writer.Triggers.FindByKey, key);

    public void Commit(StoreChanges changes)
    {
        // The system lets a process write a file that has no name any more, and keeps nothing of it.
        if (!File.Exists(_path))
            throw StoreErrors.Of(_path, "was deleted or moved while it was in use. Put it back with the files beside it, or start anew.");
        try
        {
            _writer.Commit(changes);
        }
        catch (SqliteException exception)
        {
            throw StoreErrors.Of(_path, exception);
        }
    }

    public IReadOnlyList<DueMachine> Due(long nowMs, int limit) => Try(most => _writer.Due.Due(nowMs, most), limit);

    public long? NextDueMs() => _readers.Read(static reader => reader.Due.NextMs());

    public IReadOnlyList<string> RunsAtEndpoints() => _readers.Read(static reader => reader.Runs.AtEndpoints());

    public IReadOnlyList<EnvironmentState> ReadEnvironments() => _readers.Read(reader => reader.Deployments.Environments(_vault));

    public string? ReadSecret(string deploymentId) => _readers.Read(reader => reader.Deployments.Secret(SecretNames.Signing(deploymentId), _vault));

    public DispatchGates ReadGates() => _readers.Read(static reader => reader.Deployments.Gates());

    public IReadOnlyDictionary<string, SchedulesState> ReadSchedules() => _readers.Read(static reader => reader.Deployments.Schedules());

    public IReadOnlyList<Integration> ReadIntegrations() => _readers.Read(reader => reader.Triggers.Integrations(_vault));

    public EventState? ReadEvent(string eventRunId) => _readers.Read(reader => reader.Triggers.Find(eventRunId));

    public IReadOnlyList<EventState> ReadEvents(EventFilter filter) => _readers.Read(reader => reader.Triggers.List(filter));

    public ReadOnlyMemory<byte> ReadInput(string runId) => _readers.Read(reader => reader.Runs.Input(runId));

    public RunState? ReadRun(string runId) => _readers.Read(reader => reader.Runs.Find(runId));

    public IReadOnlyList<RunState> ReadRuns(RunFilter filter) => _readers.Read(reader => RunLists.Read(reader.Connection, filter));

    public IReadOnlyList<JournalEntry> ReadJournal(string runId, long afterSequence, int limit) => _readers.Read(reader => reader.Runs.Journal(runId, afterSequence, limit));

    public BatchState? ReadBatch(string batchId) => _readers.Read(reader => reader.Triggers.Batch(batchId));

    /// <summary>Lets the file grow no further than this: for tests that play a full disk.</summary>
    internal void LimitPages(int most) => _writer.LimitPages(most);

    public void Dispose()
    {
        _readers.Dispose();
        _writer.Dispose();
        _vault.Dispose();
        _lock.Dispose();
    }

    /// <summary>Reads on the engine's thread.</summary>
    private TResult Try<TAsked, TResult>(Func<TAsked, TResult> read, TAsked asked)
    {
        try
        {
            return read(asked);
        }
        catch (SqliteException exception)
        {
            throw StoreErrors.Of(_path, exception);
        }
    }
}
