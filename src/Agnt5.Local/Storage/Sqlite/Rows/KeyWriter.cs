using Agnt5.Local.Engine.Flow;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Writes flow-control keys: of a long line, only the entries that came and went.</summary>
internal sealed class KeyWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _save = new(
        connection,
        """
        INSERT INTO flow_keys (kind, scope, value, rule_limit, window_ms, last_number, wake_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO UPDATE SET rule_limit = excluded.rule_limit, window_ms = excluded.window_ms, last_number = excluded.last_number, wake_at_ms = excluded.wake_at_ms
        RETURNING number
        """);

    private readonly Statement _delete = new(connection, "DELETE FROM flow_keys WHERE kind = $1 AND scope = $2 AND value = $3 RETURNING number");
    private readonly Statement _clear = new(connection, "DELETE FROM flow_entries WHERE flow_key = $1");
    private readonly Statement _add = new(connection, "INSERT INTO flow_entries (flow_key, number, kind, priority, run_id, at_ms) VALUES ($1, $2, $3, $4, $5, $6)");
    private readonly Statement _remove = new(connection, "DELETE FROM flow_entries WHERE flow_key = $1 AND number = $2");

    public void Write(StoreChanges changes)
    {
        Dictionary<FlowKey, long> numbers = [];
        foreach (var (key, state) in changes.Keys)
        {
            if (state.Entries.Count > 0)
                numbers[key] = _save.FindNumber(key.Kind.ToString(), key.Scope, key.Value, (long)state.Limit, state.WindowMs, state.LastNumber, state.WakeAtMs)!.Value;
            else if (_delete.FindNumber(key.Kind.ToString(), key.Scope, key.Value) is { } number)
                _clear.Run(number);
        }

        foreach (var (key, entry, isAdded) in changes.Entries)
        {
            // A key that nobody uses any more has no entry to add or remove.
            if (!numbers.TryGetValue(key, out var number))
                continue;
            if (isAdded)
                _add.Run(number, entry.Number, entry.Kind.ToString(), (long)entry.Priority, entry.RunId, entry.AtMs);
            else
                _remove.Run(number, entry.Number);
        }
    }

    public void Dispose()
    {
        _save.Dispose();
        _delete.Dispose();
        _clear.Dispose();
        _add.Dispose();
        _remove.Dispose();
    }
}
