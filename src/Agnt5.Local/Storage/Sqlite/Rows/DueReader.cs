using Agnt5.Local.Engine.Flow;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Reads which runs and keys wait for a time.</summary>
internal sealed class DueReader(SqliteConnection connection) : IDisposable
{
    private readonly Statement _runs = new(connection, "SELECT wake_at_ms, id FROM runs WHERE wake_at_ms <= $1 ORDER BY wake_at_ms LIMIT $2");
    private readonly Statement _keys = new(connection, "SELECT wake_at_ms, kind, scope, value FROM flow_keys WHERE wake_at_ms <= $1 ORDER BY wake_at_ms LIMIT $2");
    private readonly Statement _next = new(
        connection,
        """
        SELECT MIN(at) FROM (
            SELECT * FROM (SELECT wake_at_ms AS at FROM runs WHERE wake_at_ms IS NOT NULL ORDER BY wake_at_ms LIMIT 1)
            UNION ALL
            SELECT * FROM (SELECT wake_at_ms AS at FROM flow_keys WHERE wake_at_ms IS NOT NULL ORDER BY wake_at_ms LIMIT 1))
        """);

    public IReadOnlyList<DueMachine> Due(long nowMs, int limit)
    {
        var runs = _runs.List(static reader => new DueMachine(reader.GetInt64(0), reader.GetString(1), Key: null), nowMs, (long)limit);
        var keys = _keys.List(
            static reader => new DueMachine(reader.GetInt64(0), RunId: null, new FlowKey(Enum.Parse<FlowKind>(reader.GetString(1)), reader.GetString(2), reader.GetString(3))),
            nowMs,
            (long)limit);
        return [.. keys.Concat(runs).OrderBy(static due => due.AtMs).Take(limit)];
    }

    public long? NextMs() => _next.FindNumber();

    public void Dispose()
    {
        _runs.Dispose();
        _keys.Dispose();
        _next.Dispose();
    }
}
