using System.Text.Json;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Storage.Sqlite.Saved;
using Agnt5.Local.Storage.Sqlite.Secrets;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Reads environments with their deployments and schedules, the gates, and what is sealed.</summary>
internal sealed class DeploymentReader(SqliteConnection connection) : IDisposable
{
    private readonly Statement _environments = new(connection, "SELECT name, state FROM environments ORDER BY name");
    private readonly Statement _deployments = new(connection, "SELECT d.state, s.sealed FROM deployments d LEFT JOIN secrets s ON s.name = $2 || d.id WHERE d.environment = $1");
    private readonly Statement _schedules = new(connection, "SELECT environment, state FROM schedules");
    private readonly Statement _setting = new(connection, "SELECT value FROM settings WHERE name = $1");
    private readonly Statement _sealed = new(connection, "SELECT sealed FROM secrets WHERE name = $1");

    public IReadOnlyList<EnvironmentState> Environments(SecretVault vault)
    {
        var environments = _environments.List(
            static reader => (Name: reader.GetString(0), Saved: JsonSerializer.Deserialize(Statement.Bytes(reader, 1), StoredJson.Default.SavedEnvironment)!));
        return [.. environments.Select(environment =>
            environment.Saved.ToState(environment.Name, _deployments.List(reader => Deployment(reader, vault), environment.Name, SecretNames.Headers(""))))];
    }

    public IReadOnlyDictionary<string, SchedulesState> Schedules() => _schedules
        .List(static reader => (Environment: reader.GetString(0), Schedules: JsonSerializer.Deserialize(Statement.Bytes(reader, 1), StoredJson.Default.DictionaryStringScheduleState)!))
        .ToDictionary(static row => row.Environment, static row => new SchedulesState { ByRoute = new SchedulesState().ByRoute.AddRange(row.Schedules) });

    public DispatchGates Gates() =>
        _setting.Find(static reader => JsonSerializer.Deserialize(Statement.Bytes(reader, 0), StoredJson.Default.DispatchGates)!, DeploymentWriter.GatesSetting) ?? DispatchGates.Open;

    public string? Secret(string name, SecretVault vault) => _sealed.Find(reader => vault.Unseal(name, Statement.Bytes(reader, 0)), name);

    public void Dispose()
    {
        _environments.Dispose();
        _deployments.Dispose();
        _schedules.Dispose();
        _setting.Dispose();
        _sealed.Dispose();
    }

    private static DeploymentState Deployment(SqliteDataReader reader, SecretVault vault)
    {
        var deployment = JsonSerializer.Deserialize(Statement.Bytes(reader, 0), StoredJson.Default.DeploymentState)!;
        return reader.IsDBNull(1) ? deployment : deployment with
        {
            InvokeHeaders = JsonSerializer.Deserialize(vault.Unseal(SecretNames.Headers(deployment.DeploymentId), Statement.Bytes(reader, 1)), StoredJson.Default.DictionaryStringString)!,
        };
    }
}
