using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Storage.Sqlite.Saved;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Reads runs and their journals.</summary>
internal sealed class RunReader(SqliteConnection connection) : IDisposable
{
    /// <summary>All of a run. What follows says which.</summary>
    public const string SelectRun = """
        SELECT r.phase, r.wake_at_ms, r.ended_at_ms, r.state, r.checkpoint, s.spec, o.output
        FROM runs r JOIN starts s ON s.run = r.number LEFT JOIN outputs o ON o.run = r.number

        """;

    private readonly Statement _find = new(connection, SelectRun + "WHERE r.id = $1");
    private readonly Statement _input = new(connection, "SELECT input FROM starts WHERE run = (SELECT number FROM runs WHERE id = $1)");
    private readonly Statement _journal = new(
        connection, "SELECT entries FROM journal WHERE run = (SELECT number FROM runs WHERE id = $1) AND last > $2 ORDER BY first LIMIT $3");
    private readonly Statement _atEndpoints = new(connection, $"SELECT id FROM runs WHERE phase = {(int)RunPhase.Running} ORDER BY number");

    public RunState? Find(string runId) => _find.Find(Read, runId);

    public byte[] Input(string runId) => _input.Find(static reader => Statement.Bytes(reader, 0), runId) ?? [];

    public IReadOnlyList<JournalEntry> Journal(string runId, long afterSequence, int limit)
    {
        // A row has at least one entry.
        var rows = _journal.List(static reader => JsonSerializer.Deserialize(Statement.Bytes(reader, 0), StoredJson.Default.ListJournalEntry)!, runId, afterSequence, (long)limit);
        return [.. rows.SelectMany(static entries => entries).Where(entry => entry.Sequence > afterSequence).Take(limit)];
    }

    public IReadOnlyList<string> AtEndpoints() => _atEndpoints.List(static reader => reader.GetString(0));

    public static RunState Read(SqliteDataReader reader) => JsonSerializer.Deserialize(Statement.Bytes(reader, 3), StoredJson.Default.SavedRun)!.ToState(
        JsonSerializer.Deserialize(Statement.Bytes(reader, 5), StoredJson.Default.RunSpec)!,
        (RunPhase)reader.GetInt32(0),
        Statement.Number(reader, 1),
        Statement.Number(reader, 2),
        Statement.Bytes(reader, 4),
        Statement.Bytes(reader, 6));

    public void Dispose()
    {
        _find.Dispose();
        _input.Dispose();
        _journal.Dispose();
        _atEndpoints.Dispose();
    }
}
