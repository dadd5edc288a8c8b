using System.Text.Json;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting.Deployments;

namespace Agnt5.Local.Gateway.Deployments;

/// <summary>Writes deployments and environments. Secrets and the values of invoke headers stay where they are.</summary>
internal static class DeploymentJson
{
    public static void WriteChanged(Utf8JsonWriter json, ChangedDeployment changed)
    {
        json.WriteStartObject();
        WriteMembers(json, changed.Deployment);
        json.WriteBoolean("created"u8, changed.IsNew);
        JsonAnswer.WriteTexts(json, "routes", changed.Routes);
        JsonAnswer.WriteTexts(json, "notices", changed.Notices);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, DeploymentState deployment)
    {
        json.WriteStartObject();
        WriteMembers(json, deployment);
        json.WriteEndObject();
    }

    public static void WriteEnvironment(Utf8JsonWriter json, EnvironmentState environment)
    {
        json.WriteStartObject();
        json.WriteString("environment"u8, environment.Name);
        JsonAnswer.WriteTexts(json, "deployment_ids", environment.Deployments.Keys);
        JsonAnswer.WriteMap(json, "routes", environment.Routes);
        json.WriteStartArray("history"u8);
        foreach (var change in environment.History)
        {
            json.WriteStartObject();
            JsonAnswer.WriteTime(json, "at", change.AtMs);
            json.WriteString("kind"u8, change.Kind switch
            {
                EnvironmentChangeKind.Synced => "synced",
                EnvironmentChangeKind.Activated => "activated",
                EnvironmentChangeKind.RolledBack => "rolled_back",
                EnvironmentChangeKind.Disabled => "disabled",
                _ => "enabled",
            });
            json.WriteString("deployment_id"u8, change.DeploymentId);
            JsonAnswer.WriteText(json, "note", change.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, DeploymentState deployment)
    {
        json.WriteString("deployment_id"u8, deployment.DeploymentId);
        json.WriteString("environment"u8, deployment.Environment);
        json.WriteString("provider"u8, deployment.Provider);
        json.WriteString("immutable_ref"u8, deployment.ImmutableRef);
        JsonAnswer.WriteText(json, "url", deployment.Url?.GetLeftPart(UriPartial.Path));
        JsonAnswer.WriteText(json, "service_name", deployment.ServiceName);
        JsonAnswer.WriteText(json, "service_version", deployment.ServiceVersion);
        json.WriteString("manifest_hash"u8, deployment.ManifestHash);
        json.WriteString("status"u8, deployment.IsEnabled ? "enabled" : "disabled");
        JsonAnswer.WriteText(json, "disabled_reason", deployment.DisabledReason);
        json.WriteNumber("request_timeout_ms"u8, deployment.RequestTimeoutMs);
        json.WriteNumber("yield_before_timeout_ms"u8, deployment.YieldBeforeTimeoutMs);
        JsonAnswer.WriteTexts(json, "invoke_headers", deployment.InvokeHeaders.Keys);
        JsonAnswer.WriteTime(json, "created_at", deployment.CreatedAtMs);
        json.WriteStartArray("components"u8);
        foreach (var component in deployment.Components)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, component.Type);
            json.WriteString("name"u8, component.Name);
            JsonAnswer.WriteTexts(json, "triggers", component.Triggers.Select(static trigger => trigger.EventName));
            JsonAnswer.WriteText(json, "cron", component.Cron);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
