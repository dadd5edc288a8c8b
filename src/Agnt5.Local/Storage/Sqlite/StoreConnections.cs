using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite;

/// <summary>Opens connections to one file. Readers see what was committed last, and wait for nobody (write-ahead log).</summary>
internal sealed class StoreConnections(string path) : IDisposable
{
    /// <summary>How long another program's lock is waited for, in seconds. The engine's own connections never wait for each other.</summary>
    private const int BusySeconds = 3;

    private readonly ConcurrentBag<StoreReader> _idle = [];

    /// <summary>Opens the connection that writes. A commit is on the disk when it comes back (<c>synchronous = FULL</c>).</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -32000; PRAGMA journal_size_limit = 67108864";
        setup.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Reads something, on any thread.</summary>
    public T Read<T>(Func<StoreReader, T> read)
    {
        if (!_idle.TryTake(out var reader))
            reader = OpenReader();
        try
        {
            return read(reader);
        }
        catch (SqliteException exception)
        {
            throw StoreErrors.Of(path, exception);
        }
        finally
        {
            _idle.Add(reader);
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    private StoreReader OpenReader()
    {
        try
        {
            var connection = Open();
            using var setup = connection.CreateCommand();
            setup.CommandText = "PRAGMA query_only = 1";
            setup.ExecuteNonQuery();
            return new StoreReader(connection);
        }
        catch (SqliteException exception)
        {
            throw StoreErrors.Of(path, exception);
        }
    }

    private SqliteConnection Open()
    {
        // Statements are kept with their connections, so that a pool of connections beneath would only hold them back. The file is there: one that took the place of a deleted one would be empty.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = BusySeconds }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
