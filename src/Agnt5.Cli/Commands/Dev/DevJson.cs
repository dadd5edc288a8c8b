using System.Text.Json;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>Writes what <c>dev</c> tells programs beside the events of runs. Their <c>event_type</c> begins with <c>dev.</c></summary>
internal static class DevJson
{
    public static void WriteSynced(Utf8JsonWriter json, Uri gateway, Uri url, DeploymentState deployment)
    {
        json.WriteStartObject();
        json.WriteString("event_type"u8, "dev.synced");
        json.WriteString("gateway"u8, gateway.GetLeftPart(UriPartial.Authority));
        json.WriteString("url"u8, url.GetLeftPart(UriPartial.Path));
        json.WriteString("deployment_id"u8, deployment.DeploymentId);
        json.WriteStartArray("components"u8);
        foreach (var component in deployment.Components)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, component.Type);
            json.WriteString("name"u8, component.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteState(Utf8JsonWriter json, string type, string message)
    {
        json.WriteStartObject();
        json.WriteString("event_type"u8, type);
        json.WriteString("message"u8, message);
        json.WriteEndObject();
    }
}
