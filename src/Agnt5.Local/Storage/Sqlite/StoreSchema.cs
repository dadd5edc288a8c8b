using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite;

/// <summary>
/// The tables, and how files of earlier versions get there. A file's <c>user_version</c> is the number of scripts that it has had. A script that was released never changes; a change is a new script
/// at the end.
/// </summary>
internal static class StoreSchema
{
    /// <summary>Marks a file as an engine's: <c>AG5L</c>.</summary>
    public const int ApplicationId = 0x4147354C;

    /// <summary>
    /// Of a run, <c>runs</c> has what changes, and <c>starts</c> what does not. <c>phase</c> has the numbers of <see cref="Engine.Runs.RunPhase"/>. A row of <c>journal</c> has the events that one
    /// transaction added to a run's journal.
    /// </summary>
    private const string Version1 = """
        CREATE TABLE runs (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            component_name TEXT NOT NULL,
            deployment_id TEXT NOT NULL,
            phase INTEGER NOT NULL,
            wake_at_ms INTEGER,
            ended_at_ms INTEGER,
            state BLOB NOT NULL,
            checkpoint BLOB);
        CREATE INDEX runs_by_phase ON runs (phase);
        CREATE INDEX runs_by_component ON runs (component_name);
        CREATE INDEX runs_by_wake ON runs (wake_at_ms) WHERE wake_at_ms IS NOT NULL;
        CREATE INDEX runs_by_end ON runs (ended_at_ms) WHERE ended_at_ms IS NOT NULL;
        CREATE TABLE starts (run INTEGER PRIMARY KEY, spec BLOB NOT NULL, input BLOB);
        CREATE TABLE outputs (run INTEGER PRIMARY KEY, output BLOB NOT NULL);
        CREATE TABLE journal (run INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, entries BLOB NOT NULL, PRIMARY KEY (run, first)) WITHOUT ROWID;

        CREATE TABLE flow_keys (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            scope TEXT NOT NULL,
            value TEXT NOT NULL,
            rule_limit INTEGER NOT NULL,
            window_ms INTEGER NOT NULL,
            last_number INTEGER NOT NULL,
            wake_at_ms INTEGER,
            UNIQUE (kind, scope, value));
        CREATE INDEX flow_keys_by_wake ON flow_keys (wake_at_ms) WHERE wake_at_ms IS NOT NULL;
        CREATE TABLE flow_entries (
            flow_key INTEGER NOT NULL,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            priority INTEGER NOT NULL,
            run_id TEXT NOT NULL,
            at_ms INTEGER NOT NULL,
            PRIMARY KEY (flow_key, number)) WITHOUT ROWID;

        CREATE TABLE sessions (environment TEXT NOT NULL, id TEXT NOT NULL, session BLOB, PRIMARY KEY (environment, id)) WITHOUT ROWID;
        CREATE TABLE accepted (scope TEXT NOT NULL, value TEXT NOT NULL, run_id TEXT NOT NULL, until_ms INTEGER NOT NULL, PRIMARY KEY (scope, value)) WITHOUT ROWID;
        CREATE INDEX accepted_by_end ON accepted (until_ms);
        CREATE TABLE batches (id TEXT PRIMARY KEY, created_at_ms INTEGER NOT NULL, run_ids BLOB NOT NULL) WITHOUT ROWID;

        CREATE TABLE environments (name TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE deployments (id TEXT PRIMARY KEY, environment TEXT NOT NULL, state BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE schedules (environment TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE integrations (source TEXT NOT NULL, id TEXT NOT NULL, environment TEXT NOT NULL, PRIMARY KEY (source, id)) WITHOUT ROWID;
        CREATE TABLE events (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            dedup_key TEXT NOT NULL,
            source TEXT NOT NULL,
            name TEXT NOT NULL,
            deployment_id TEXT,
            received_at_ms INTEGER NOT NULL,
            state BLOB NOT NULL);
        CREATE INDEX events_by_key ON events (dedup_key);

        CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE secrets (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>
    /// Numbers the order in which batches came, and in which sessions were saved last, so that the oldest can be forgotten. What is there already gets a number each: with one number for all, all of
    /// it would be forgotten at once. Nobody knows when those sessions were saved.
    /// </summary>
    private const string Version2 = """
        ALTER TABLE batches ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
        UPDATE batches SET number = came.number
            FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY created_at_ms, id) AS number FROM batches) AS came WHERE batches.id = came.id;
        CREATE INDEX batches_by_number ON batches (number);
        ALTER TABLE sessions ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
        UPDATE sessions SET number = saved.number
            FROM (SELECT environment, id, ROW_NUMBER() OVER (ORDER BY environment, id) AS number FROM sessions) AS saved
            WHERE sessions.environment = saved.environment AND sessions.id = saved.id;
        CREATE INDEX sessions_by_number ON sessions (number);
        """;

    private static readonly string[] Scripts = [Version1, Version2];

    /// <summary>Brings a file up to date, all or nothing.</summary>
    /// <exception cref="Hosting.EngineException">The file belongs to something else, or to a newer engine.</exception>
    public static void Update(SqliteConnection connection, string path)
    {
        var version = Ask(connection, "PRAGMA user_version");
        if (Ask(connection, "PRAGMA application_id") != ApplicationId && Ask(connection, "SELECT COUNT(*) FROM sqlite_master") > 0)
            throw StoreErrors.Of(path, "has the tables of another program. Give the engine a file of its own.");
        if (version > Scripts.Length)
            throw StoreErrors.Of(path, $"was written by a newer version (its format is {version}, and this version knows {Scripts.Length}). Update Agnt5.Local, or give another file.");

        for (; version < Scripts.Length; version++)
        {
            using var transaction = connection.BeginTransaction();
            Do(connection, transaction, Scripts[version]);
            Do(connection, transaction, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {version + 1}"));
            transaction.Commit();
        }
    }

    private static long Ask(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.FindNumber() ?? 0;
    }

    private static void Do(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}
