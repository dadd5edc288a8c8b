using Agnt5.Local.Engine.Flow;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Reads flow-control keys.</summary>
internal sealed class KeyReader(SqliteConnection connection) : IDisposable
{
    private readonly Statement _find = new(
        connection, "SELECT number, rule_limit, window_ms, last_number, wake_at_ms FROM flow_keys WHERE kind = $1 AND scope = $2 AND value = $3");
    private readonly Statement _entries = new(connection, "SELECT kind, number, priority, run_id, at_ms FROM flow_entries WHERE flow_key = $1");

    public KeyState? Find(FlowKey key)
    {
        var found = _find.Find(
            reader => new Row(reader.GetInt64(0), new KeyState
            {
                Key = key,
                Limit = reader.GetInt32(1),
                WindowMs = reader.GetInt64(2),
                LastNumber = reader.GetInt64(3),
                WakeAtMs = Statement.Number(reader, 4),
            }),
            key.Kind.ToString(),
            key.Scope,
            key.Value);
        return found is null ? null : found.Key with { Entries = [.. _entries.List(Entry, found.Number)] };
    }

    public void Dispose()
    {
        _find.Dispose();
        _entries.Dispose();
    }

    private static FlowEntry Entry(SqliteDataReader reader) =>
        new(Enum.Parse<FlowEntryKind>(reader.GetString(0)), reader.GetInt64(1), reader.GetInt32(2), reader.GetString(3), reader.GetInt64(4));

    private sealed record Row(long Number, KeyState Key);
}
