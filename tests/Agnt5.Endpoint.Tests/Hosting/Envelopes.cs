using System.Text.Json.Nodes;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>Inputs as the gateway makes them of events and webhooks (protocol section 4).</summary>
internal static class Envelopes
{
    public static string Event(string data, string name = "order.created", string id = "evt-1") => $$"""
        {"event":{"id":"{{id}}","name":"{{name}}","source":"shop","timestamp_ns":1733337600123456789,"data":{{data}}},"deployment_id":"dep-1","target_kind":"deployment_id","target_ref":"dep-1"}
        """;

    /// <param name="body">The body as the provider sent it.</param>
    /// <param name="changes">Members of the delivery that are changed, or taken out by a null.</param>
    public static string Delivery(string body, string changes = "{}")
    {
        var delivery = new JsonObject
        {
            ["_webhook"] = true,
            ["source"] = "github",
            ["integration_id"] = "int-1",
            ["event_type"] = "issues.opened",
            ["idempotency_key"] = "key-1",
            ["timestamp"] = 1733337600,
            ["headers"] = new JsonObject { ["x-signature"] = "s1", ["content-type"] = "application/json" },
            ["body"] = body,
        };
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            if (value is null)
                delivery.Remove(name);
            else
                delivery[name] = value.DeepClone();
        }

        return delivery.ToJsonString();
    }

    public static string Webhook(string body, string name = "github.issues.opened", string changes = "{}") => Event(Delivery(body, changes), name);
}
