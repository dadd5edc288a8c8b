using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Payloads;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Forgets the runs that ended first, once there are more than are kept.</summary>
/// <param name="connection">The connection that writes.</param>
/// <param name="most">How many are kept.</param>
/// <param name="payloads">Where uploaded outputs lie, or <see langword="null"/>.</param>
internal sealed class EndedRuns(SqliteConnection connection, int most, IPayloadStore? payloads) : IDisposable
{
    private readonly Statement _count = new(connection, "SELECT COUNT(*) FROM runs WHERE ended_at_ms IS NOT NULL");
    private readonly Statement _first = new(
        connection, RunReader.SelectRun.Replace("o.output", "NULL, r.number", StringComparison.Ordinal) + "WHERE r.ended_at_ms IS NOT NULL ORDER BY r.ended_at_ms LIMIT $1");

    private readonly Statement[] _delete =
    [
        new(connection, "DELETE FROM journal WHERE run = $1"),
        new(connection, "DELETE FROM outputs WHERE run = $1"),
        new(connection, "DELETE FROM starts WHERE run = $1"),
        new(connection, "DELETE FROM runs WHERE number = $1"),
    ];

    private readonly List<string> _uploaded = [];
    private int _endedSince = int.MaxValue;

    /// <summary>Forgets in the open transaction. Counting takes a moment, so that one in a hundred more are let stand until it is worth it.</summary>
    public void Write(StoreChanges changes)
    {
        _uploaded.Clear();
        _endedSince = (int)Math.Min((long)_endedSince + changes.Runs.Values.Count(static run => run.HasEnded), int.MaxValue);
        if (_endedSince <= most / 100)
            return;

        _endedSince = 0;
        if (_count.FindNumber() - most is not (> 0 and var tooMany))
            return;
        foreach (var (number, run) in _first.List(static reader => (reader.GetInt64(7), RunReader.Read(reader)), tooMany))
        {
            foreach (var statement in _delete)
                statement.Run(number);
            if (run.Outcome?.OutputRef is { } name)
                _uploaded.Add(name);
        }
    }

    /// <summary>Forgets the uploaded outputs of what is gone for good. One that cannot be removed stays: the transaction is durable, and must not be done again.</summary>
    public void Committed()
    {
        foreach (var name in _uploaded)
            Remove(name);
    }

    private void Remove(string name)
    {
        try
        {
            payloads?.Remove(name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Its folder was deleted, say, or another program has the file open.
        }
    }

    public void Dispose()
    {
        _count.Dispose();
        _first.Dispose();
        foreach (var statement in _delete)
            statement.Dispose();
    }
}
