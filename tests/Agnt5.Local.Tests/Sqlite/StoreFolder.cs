using Agnt5.Local.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Tests.Sqlite;

/// <summary>A folder for the files of one test, and the store in it.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agnt5-store").FullName;

    public string Path => System.IO.Path.Combine(_folder, "agnt5.db");

    public string KeyPath => Path + ".key";

    public SqliteStore Open(Func<SqliteStoreOptions, SqliteStoreOptions>? configure = null)
    {
        var options = new SqliteStoreOptions { Path = Path };
        return SqliteStore.Open(configure?.Invoke(options) ?? options);
    }

    /// <summary>Does something to the file that the engine knows nothing of.</summary>
    public void Do(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Opens a connection of another program.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Everything that was written into the folder, as text.</summary>
    public string AllText() => string.Concat(Directory.EnumerateFiles(_folder).Where(static file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(static file =>
        System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
