using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Reads and writes idempotency keys and sessions, on the engine's thread.</summary>
internal sealed class AcceptedRows(SqliteConnection connection) : IDisposable
{
    /// <summary>So often, keys whose time is over are deleted.</summary>
    private const long CleaningMs = 60_000;

    private readonly Statement _find = new(
        connection, "SELECT run_id FROM accepted WHERE scope = $1 AND value = $2 AND until_ms > $3 AND EXISTS (SELECT 1 FROM runs WHERE id = run_id)");
    private readonly Statement _save = new(
        connection,
        "INSERT INTO accepted (scope, value, run_id, until_ms) VALUES ($1, $2, $3, $4) ON CONFLICT DO UPDATE SET run_id = excluded.run_id, until_ms = excluded.until_ms");
    private readonly Statement _clean = new(connection, "DELETE FROM accepted WHERE until_ms <= $1");
    private readonly Statement _session = new(connection, "SELECT session FROM sessions WHERE environment = $1 AND id = $2");
    private readonly Statement _saveSession = new(
        connection, """
        INSERT INTO sessions (environment, id, session, number) VALUES ($1, $2, $3, (SELECT COALESCE(MAX(number), 0) + 1 FROM sessions))
        ON CONFLICT DO UPDATE SET session = excluded.session, number = excluded.number
        """);
    private long _nowMs;
    private long _cleanedMs;

    public string? Find(IdempotencyKey key, long nowMs)
    {
        _nowMs = nowMs;
        return _find.Find(static reader => reader.GetString(0), key.Scope, key.Value, nowMs);
    }

    public byte[] FindSession(string environment, string sessionId) => _session.Find(static reader => Statement.Bytes(reader, 0), environment, sessionId) ?? [];

    public void Write(StoreChanges changes)
    {
        foreach (var (session, saved) in changes.Sessions)
            _saveSession.Run(session.Environment, session.SessionId, Statement.Blob(saved));
        foreach (var (key, runId, untilMs) in changes.Accepted)
            _save.Run(key.Scope, key.Value, runId, untilMs);
        if (changes.Accepted.Count == 0 || _nowMs < _cleanedMs + CleaningMs)
            return;

        _clean.Run(_nowMs);
        _cleanedMs = _nowMs;
    }

    public void Dispose()
    {
        _find.Dispose();
        _save.Dispose();
        _clean.Dispose();
        _session.Dispose();
        _saveSession.Dispose();
    }
}
