using System.Text.Json;
using Agnt5.Local.Storage.Sqlite.Saved;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Writes events, integrations without their secrets, and batches.</summary>
internal sealed class TriggerWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _event = new(
        connection, "INSERT INTO events (id, dedup_key, source, name, deployment_id, received_at_ms, state) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    private readonly Statement _integration = new(
        connection, "INSERT INTO integrations (source, id, environment) VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET environment = excluded.environment");
    private readonly Statement _batch = new(connection, "INSERT INTO batches (id, created_at_ms, run_ids, number) VALUES ($1, $2, $3, (SELECT COALESCE(MAX(number), 0) + 1 FROM batches))");

    public void Write(StoreChanges changes)
    {
        foreach (var received in changes.Events)
        {
            _event.Run(
                received.EventRunId,
                received.Key,
                received.Source,
                received.EventName,
                received.DeploymentId,
                received.ReceivedAtMs,
                JsonSerializer.SerializeToUtf8Bytes(received, StoredJson.Default.EventState));
        }

        foreach (var integration in changes.Integrations)
            _integration.Run(integration.Source, integration.IntegrationId, integration.Environment);
        foreach (var batch in changes.Batches)
            _batch.Run(batch.BatchId, batch.CreatedAtMs, JsonSerializer.SerializeToUtf8Bytes([.. batch.RunIds], StoredJson.Default.ListString));
    }

    public void Dispose()
    {
        _event.Dispose();
        _integration.Dispose();
        _batch.Dispose();
    }
}
