using System.Text.Json;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage.Sqlite.Saved;
using Agnt5.Local.Storage.Sqlite.Secrets;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Reads events, integrations and batches.</summary>
internal sealed class TriggerReader(SqliteConnection connection) : IDisposable
{
    private readonly Statement _byKey = new(connection, "SELECT state FROM events WHERE dedup_key = $1 ORDER BY number DESC LIMIT 1");
    private readonly Statement _byId = new(connection, "SELECT state FROM events WHERE id = $1");
    private readonly Statement _list = new(
        connection,
        """
        SELECT state FROM events
        WHERE ($1 IS NULL OR source = $1) AND ($2 IS NULL OR name = $2) AND ($3 IS NULL OR deployment_id = $3)
            AND ($4 IS NULL OR received_at_ms >= $4) AND ($5 IS NULL OR received_at_ms < $5)
            AND ($6 IS NULL OR number < (SELECT number FROM events WHERE id = $6))
        ORDER BY number DESC LIMIT $7
        """);
    private readonly Statement _integrations = new(
        connection, "SELECT i.source, i.id, i.environment, s.sealed FROM integrations i JOIN secrets s ON s.name = $1 || i.source || ':' || i.id ORDER BY i.source, i.id");
    private readonly Statement _batch = new(connection, "SELECT run_ids, created_at_ms FROM batches WHERE id = $1");

    public EventState? FindByKey(string key) => _byKey.Find(Event, key);

    public EventState? Find(string eventRunId) => _byId.Find(Event, eventRunId);

    public IReadOnlyList<EventState> List(EventFilter filter) =>
        _list.List(Event, filter.Source, filter.EventName, filter.DeploymentId, filter.SinceMs, filter.UntilMs, filter.AfterEventRunId, (long)filter.Limit);

    public IReadOnlyList<Integration> Integrations(SecretVault vault) => _integrations.List(
        reader =>
        {
            var (source, id) = (reader.GetString(0), reader.GetString(1));
            return new Integration(source, id, vault.Unseal(SecretNames.Integration(source, id), Statement.Bytes(reader, 3)), reader.GetString(2));
        },
        SecretNames.Integrations);

    public BatchState? Batch(string batchId) => _batch.Find(
        reader => new BatchState(batchId, JsonSerializer.Deserialize(Statement.Bytes(reader, 0), StoredJson.Default.ListString)!, reader.GetInt64(1)), batchId);

    public void Dispose()
    {
        _byKey.Dispose();
        _byId.Dispose();
        _list.Dispose();
        _integrations.Dispose();
        _batch.Dispose();
    }

    private static EventState Event(SqliteDataReader reader) => JsonSerializer.Deserialize(Statement.Bytes(reader, 0), StoredJson.Default.EventState)!;
}
