namespace Agnt5.Local.Engine.Triggers;

/// <summary>The five sources of webhooks (gateway, "Webhooks").</summary>
internal static class WebhookSources
{
    public static IReadOnlyList<WebhookSource> All { get; } =
    [
        new()
        {
            Name = "standard",
            SignatureHeader = "webhook-signature",
            HasWindow = true,
            HasEncodedSecret = true,
            ReadSigned = static request => request.Header("webhook-id") is { } id && request.Header("webhook-timestamp") is { } time
                ? new($"{id}.{time}.", PresentedSignatures.OfStandard(request.Header("webhook-signature")!), time)
                : null,
            ReadType = static (request, body) => request.Header("webhook-event") ?? body.Text("type"),
            WhereTypeIs = "its name is in the header webhook-event",
            ReadIdempotencyKey = static (request, _) => request.Header("webhook-id"),
        },
        new()
        {
            Name = "sentry",
            SignatureHeader = "sentry-hook-signature",
            ReadSigned = static request => new("", PresentedSignatures.OfHex(request.Header("sentry-hook-signature")!)),
            ReadType = static (request, body) => Joined(request.Header("sentry-hook-resource"), body.Text("action")),
            WhereTypeIs = "its resource is in the header sentry-hook-resource",
            ReadIdempotencyKey = static (request, _) => request.Header("request-id"),
        },
        new()
        {
            Name = "stripe",
            SignatureHeader = "stripe-signature",
            HasWindow = true,
            ReadSigned = static request => PresentedSignatures.OfStripe(request.Header("stripe-signature")!),
            ReadType = static (_, body) => body.Text("type"),
            WhereTypeIs = "its type is in the body's 'type'",
            ReadIdempotencyKey = static (_, body) => body.Text("id"),
        },
        new()
        {
            Name = "github",
            SignatureHeader = "x-hub-signature-256",
            ReadSigned = static request => new("", PresentedSignatures.OfPrefixedHex(request.Header("x-hub-signature-256")!, "sha256=")),
            ReadType = static (request, body) => Joined(request.Header("x-github-event"), body.Text("action")),
            WhereTypeIs = "its name is in the header X-GitHub-Event",
            ReadIdempotencyKey = static (request, _) => request.Header("x-github-delivery"),
        },
        new()
        {
            Name = "slack",
            SignatureHeader = "x-slack-signature",
            HasWindow = true,
            ReadSigned = static request => request.Header("x-slack-request-timestamp") is { } time
                ? new($"v0:{time}:", PresentedSignatures.OfPrefixedHex(request.Header("x-slack-signature")!, "v0="), time)
                : null,
            ReadType = static (_, body) => body.Text("event", "type") ?? body.Text("type"),
            WhereTypeIs = "its type is in the body's 'event.type' or 'type'",
            // Slack has no idempotency key, but sends an event again under the same id.
            ReadOtherId = static (_, body) => body.Text("event_id"),
        },
    ];

    // issues and opened are issues.opened; a push has no action.
    private static string? Joined(string? name, string? action) => name is null || action is null ? name : $"{name}.{action}";
}
