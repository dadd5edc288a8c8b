using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Agnt5.Local.Engine.Triggers;

namespace Agnt5.Cli.Commands.Webhook;

/// <summary>A delivery as its provider would send it: the body, and the headers that say what happened, when, and who sends (gateway, "Webhooks").</summary>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, byte for byte.</param>
internal sealed record WebhookDelivery(IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <param name="source">The provider.</param>
    /// <param name="secret">The integration's secret.</param>
    /// <param name="happened">What happened, for example <c>issues.opened</c>, or <see langword="null"/> where the body says it.</param>
    /// <param name="body">The body, or <see langword="null"/> for the least that says what happened.</param>
    /// <param name="id">The delivery's id, by which repeats are known.</param>
    /// <param name="now">When it is sent.</param>
    public static WebhookDelivery Sign(WebhookSource source, string secret, string? happened, string? body, string id, DateTimeOffset now)
    {
        var (resource, action) = happened?.IndexOf('.', StringComparison.Ordinal) is { } at and > 0 ? (happened[..at], happened[(at + 1)..]) : (happened ?? "", null);
        var bytes = Encoding.UTF8.GetBytes(body ?? Sample(source.Name, happened, action, id));
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var prefix = source.Name switch
        {
            "standard" => $"{id}.{seconds}.",
            "stripe" => $"{seconds}.",
            "slack" => $"v0:{seconds}:",
            _ => "",
        };
        var signature = WebhookSignature.Sign(source, secret, prefix, bytes);
        var hex = Convert.ToHexStringLower(signature);
        (string, string)[] headers = source.Name switch
        {
            "standard" => [("webhook-id", id), ("webhook-timestamp", seconds), ("webhook-event", happened ?? ""), ("webhook-signature", $"v1,{Convert.ToBase64String(signature)}")],
            "sentry" => [("sentry-hook-resource", resource), ("request-id", id), ("sentry-hook-signature", hex)],
            "stripe" => [("stripe-signature", $"t={seconds},v1={hex}")],
            "github" => [("x-github-event", resource), ("x-github-delivery", id), ("x-hub-signature-256", $"sha256={hex}")],
            _ => [("x-slack-request-timestamp", seconds), ("x-slack-signature", $"v0={hex}")],
        };
        return new([.. headers.Where(static header => header.Item2.Length > 0)], bytes);
    }

    private static string Sample(string source, string? happened, string? action, string id) => (source switch
    {
        "stripe" => new JsonObject { ["id"] = id, ["type"] = happened },
        "slack" => new JsonObject { ["type"] = "event_callback", ["event_id"] = id, ["event"] = new JsonObject { ["type"] = happened } },
        "standard" => new JsonObject { ["type"] = happened },
        _ => action is null ? [] : new JsonObject { ["action"] = action },
    }).ToJsonString();
}
