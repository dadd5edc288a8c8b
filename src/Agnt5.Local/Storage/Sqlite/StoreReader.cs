using Agnt5.Local.Storage.Sqlite.Rows;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite;

/// <summary>A connection that reads, with its compiled statements, for one thread at a time.</summary>
internal sealed class StoreReader(SqliteConnection connection) : IDisposable
{
    public SqliteConnection Connection => connection;

    public RunReader Runs { get; } = new(connection);

    public DueReader Due { get; } = new(connection);

    public TriggerReader Triggers { get; } = new(connection);

    public DeploymentReader Deployments { get; } = new(connection);

    public void Dispose()
    {
        Runs.Dispose();
        Due.Dispose();
        Triggers.Dispose();
        Deployments.Dispose();
        connection.Dispose();
    }
}
