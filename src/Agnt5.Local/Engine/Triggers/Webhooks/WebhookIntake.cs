using System.Text.Unicode;
using Agnt5.Primitives;
using Agnt5.Shared;

namespace Agnt5.Local.Engine.Triggers;

/// <summary>Takes webhooks: the signature first, then what the provider says of the event. Nothing of a body is read before its signature is known.</summary>
internal static class WebhookIntake
{
    private const int LongestName = 256;

    /// <summary>Judges a request. It never throws.</summary>
    /// <param name="source">The source in the URL, in any case.</param>
    /// <param name="request">The request.</param>
    /// <param name="secret">The integration's secret.</param>
    /// <param name="nowMs">The time, Unix ms.</param>
    public static WebhookResult Receive(string source, WebhookRequest request, string secret, long nowMs)
    {
        if (WebhookSource.Find(source) is not { } known)
            return new WebhookRefused(404, "WEBHOOK_SOURCE_UNKNOWN", $"There is no webhook source {QuotedText.Of(source)}: use 'standard', 'sentry', 'stripe', 'github' or 'slack'.");
        if (string.IsNullOrWhiteSpace(secret))
            return new WebhookRefused(
                503,
                "WEBHOOK_SECRET_REQUIRED",
                $"The integration {QuotedText.Of(request.IntegrationId)} has no secret, so nobody can tell who sends. Set the secret that the provider shows.");
        if (WebhookSignature.FindProblem(known, request, secret.Trim(), nowMs) is { } problem)
            return problem;
        if (!Utf8.IsValid(request.Body.Span))
            return new WebhookRefused(400, "WEBHOOK_BODY_INVALID", "The webhook's body is not UTF-8, and a workflow gets it as text.");

        var body = new WebhookBody(request.Body);
        var type = known.ReadType(request, body);
        if (type is null or { Length: > LongestName } || type.Any(char.IsControl) || !WireText.IsWhole(type))
            return new WebhookRefused(400, "WEBHOOK_EVENT_MISSING", $"The webhook does not say what happened: {known.WhereTypeIs}.");
        return new WebhookAccepted
        {
            EventName = type.StartsWith($"{known.Name}.", StringComparison.Ordinal) ? type : $"{known.Name}.{type}",
            DeliveryId = known.ReadDeliveryId(request, body),
            Delivery = WebhookDeliveryWriter.Write(known, request, type, nowMs),
        };
    }
}
