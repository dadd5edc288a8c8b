namespace Agnt5.Local.Engine.Triggers;

/// <summary>What is particular to a source of webhooks: how it signs, and where it says what happened.</summary>
internal sealed class WebhookSource
{
    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The header with the signature, in lower case.</summary>
    public required string SignatureHeader { get; init; }

    /// <summary>Reads the signatures that a header presents, and the text that is signed.</summary>
    public required Func<WebhookRequest, SignedWebhook?> ReadSigned { get; init; }

    /// <summary>Whether the signed time must be near now.</summary>
    public bool HasWindow { get; init; }

    /// <summary>Whether a secret of the form <c>whsec_…</c> is base64.</summary>
    public bool HasEncodedSecret { get; init; }

    /// <summary>Reads the event's type, or <see langword="null"/>.</summary>
    public required Func<WebhookRequest, WebhookBody, string?> ReadType { get; init; }

    /// <summary>Where the type is, for messages.</summary>
    public required string WhereTypeIs { get; init; }

    /// <summary>Reads the idempotency key, or <see langword="null"/>. A workflow gets it with the delivery.</summary>
    public Func<WebhookRequest, WebhookBody, string?> ReadIdempotencyKey { get; init; } = static (_, _) => null;

    /// <summary>Reads the id that repeated deliveries share, where it is not the idempotency key.</summary>
    public Func<WebhookRequest, WebhookBody, string?>? ReadOtherId { get; init; }

    public string? ReadDeliveryId(WebhookRequest request, WebhookBody body) => (ReadOtherId ?? ReadIdempotencyKey)(request, body);

    /// <summary>Finds a source by its name in any case.</summary>
    public static WebhookSource? Find(string name) => WebhookSources.All.FirstOrDefault(source => string.Equals(source.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What a signature is over.</summary>
/// <param name="Prefix">What stands before the body in the signed text.</param>
/// <param name="Signatures">The signatures as they are presented, decoded. Any of them may be right.</param>
/// <param name="Timestamp">The signed time as text, in Unix seconds, where there is one.</param>
internal sealed record SignedWebhook(string Prefix, IReadOnlyList<byte[]> Signatures, string? Timestamp = null);
