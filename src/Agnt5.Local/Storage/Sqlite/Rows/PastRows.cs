using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Forgets the oldest events and batches, and the sessions that were saved longest ago, once there are more than are kept.</summary>
/// <param name="connection">The connection that writes.</param>
/// <param name="most">How many of each are kept.</param>
internal sealed class PastRows(SqliteConnection connection, int most) : IDisposable
{
    private readonly Statement[] _delete =
    [
        new(connection, "DELETE FROM events WHERE number <= (SELECT number FROM events ORDER BY number DESC LIMIT 1 OFFSET $1)"),
        new(connection, "DELETE FROM batches WHERE number <= (SELECT number FROM batches ORDER BY number DESC LIMIT 1 OFFSET $1)"),
        new(connection, "DELETE FROM sessions WHERE number <= (SELECT number FROM sessions ORDER BY number DESC LIMIT 1 OFFSET $1)"),
    ];

    private int _since = int.MaxValue;

    /// <summary>Forgets in the open transaction. Looking takes a moment, so that one in a hundred more are let stand until it is worth it.</summary>
    public void Write(StoreChanges changes)
    {
        _since = (int)Math.Min((long)_since + changes.Events.Count + changes.Batches.Count + changes.Sessions.Count, int.MaxValue);
        if (_since <= most / 100)
            return;

        _since = 0;
        foreach (var statement in _delete)
            statement.Run((long)most);
    }

    public void Dispose()
    {
        foreach (var statement in _delete)
            statement.Dispose();
    }
}
