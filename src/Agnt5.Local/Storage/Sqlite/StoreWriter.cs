using System.Globalization;
using Agnt5.Local.Storage.Sqlite.Rows;
using Agnt5.Local.Storage.Sqlite.Secrets;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite;

/// <summary>The connection that writes, with its compiled statements, for the engine's thread alone.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly RunWriter _runs;
    private readonly KeyWriter _keys;
    private readonly DeploymentWriter _deployments;
    private readonly TriggerWriter _triggers;
    private readonly EndedRuns? _ended;
    private readonly PastRows? _past;

    public StoreWriter(SqliteConnection connection, SqliteStoreOptions options, SecretVault vault)
    {
        _connection = connection;
        _begin = new Statement(connection, "BEGIN IMMEDIATE");
        _commit = new Statement(connection, "COMMIT");
        _rollback = new Statement(connection, "ROLLBACK");
        _runs = new RunWriter(connection);
        _keys = new KeyWriter(connection);
        _deployments = new DeploymentWriter(connection, vault);
        _triggers = new TriggerWriter(connection);
        if (options.MaxEndedRuns is { } most)
            (_ended, _past) = (new EndedRuns(connection, most, options.Payloads), new PastRows(connection, KeptCounts.BesideRuns(most)));
        (Runs, Keys, Accepted, Triggers, Due) = (new(connection), new(connection), new(connection), new(connection), new(connection));
    }

    public RunReader Runs { get; }

    public KeyReader Keys { get; }

    public AcceptedRows Accepted { get; }

    public TriggerReader Triggers { get; }

    public DueReader Due { get; }

    /// <summary>Writes all of it to the disk, or nothing.</summary>
    public void Commit(StoreChanges changes)
    {
        _begin.Run();
        try
        {
            _runs.Write(changes);
            _keys.Write(changes);
            Accepted.Write(changes);
            _deployments.Write(changes);
            _triggers.Write(changes);
            _ended?.Write(changes);
            _past?.Write(changes);
            _commit.Run();
        }
        catch
        {
            RollBack();
            throw;
        }

        _ended?.Committed();
    }

    /// <inheritdoc cref="SqliteStore.LimitPages"/>
    public void LimitPages(int most)
    {
        using var limit = new Statement(_connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {most}"));
        limit.FindNumber();
    }

    public void Dispose()
    {
        IDisposable?[] parts = [_begin, _commit, _rollback, _runs, _keys, _deployments, _triggers, _ended, _past, Runs, Keys, Accepted, Triggers, Due, _connection];
        foreach (var part in parts)
            part?.Dispose();
    }

    private void RollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }
}
