using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Storage.Sqlite.Saved;
using Agnt5.Local.Storage.Sqlite.Secrets;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Writes environments with their deployments and schedules, the gates, and secrets.</summary>
internal sealed class DeploymentWriter(SqliteConnection connection, SecretVault vault) : IDisposable
{
    public const string GatesSetting = "gates";

    private readonly Statement _environment = new(connection, "INSERT INTO environments (name, state) VALUES ($1, $2) ON CONFLICT DO UPDATE SET state = excluded.state");
    private readonly Statement _deployment = new(
        connection, "INSERT INTO deployments (id, environment, state) VALUES ($1, $2, $3) ON CONFLICT DO UPDATE SET state = excluded.state WHERE state <> excluded.state");
    private readonly Statement _schedules = new(connection, "INSERT INTO schedules (environment, state) VALUES ($1, $2) ON CONFLICT DO UPDATE SET state = excluded.state");
    private readonly Statement _setting = new(connection, "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT DO UPDATE SET value = excluded.value");
    private readonly Statement _secret = new(connection, "INSERT INTO secrets (name, sealed) VALUES ($1, $2) ON CONFLICT DO UPDATE SET sealed = excluded.sealed");
    private readonly Statement _forget = new(connection, "DELETE FROM secrets WHERE name = $1");

    public void Write(StoreChanges changes)
    {
        foreach (var (name, environment) in changes.Environments)
        {
            _environment.Run(name, JsonSerializer.SerializeToUtf8Bytes(SavedEnvironment.Of(environment), StoredJson.Default.SavedEnvironment));
            foreach (var deployment in environment.Deployments.Values)
                Write(deployment);
        }

        foreach (var (deploymentId, secret) in changes.Secrets)
            Write(SecretNames.Signing(deploymentId), secret);
        foreach (var (environment, schedules) in changes.Schedules)
            _schedules.Run(environment, JsonSerializer.SerializeToUtf8Bytes(new(schedules.ByRoute), StoredJson.Default.DictionaryStringScheduleState));
        if (changes.Gates is { } gates)
            _setting.Run(GatesSetting, JsonSerializer.SerializeToUtf8Bytes(gates, StoredJson.Default.DispatchGates));
        foreach (var integration in changes.Integrations)
            Write(SecretNames.Integration(integration.Source, integration.IntegrationId), integration.Secret);
    }

    public void Dispose()
    {
        _environment.Dispose();
        _deployment.Dispose();
        _schedules.Dispose();
        _setting.Dispose();
        _secret.Dispose();
        _forget.Dispose();
    }

    private void Write(DeploymentState deployment)
    {
        var plain = deployment with { InvokeHeaders = EmptyMetadata.Value };
        _deployment.Run(deployment.DeploymentId, deployment.Environment, JsonSerializer.SerializeToUtf8Bytes(plain, StoredJson.Default.DeploymentState));
        var headers = SecretNames.Headers(deployment.DeploymentId);
        if (deployment.InvokeHeaders.Count > 0)
            Write(headers, JsonSerializer.Serialize(new(deployment.InvokeHeaders), StoredJson.Default.DictionaryStringString));
        else
            _forget.Run(headers);
    }

    private void Write(string name, string secret) => _secret.Run(name, vault.Seal(name, secret));
}
