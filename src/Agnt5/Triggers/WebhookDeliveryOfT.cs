using System.Diagnostics.CodeAnalysis;

namespace Agnt5;

/// <summary>
/// A webhook's delivery with its payload (protocol section 4). Use it as the parameter type of a workflow that needs both. The workflow's input schema is the schema of <typeparamref name="T"/>.
/// In a run that was started directly with the payload alone, <see cref="Payload"/> is that payload, and the rest is as <see cref="WebhookDelivery"/> says.
/// </summary>
/// <typeparam name="T">The type that the JSON in the body is bound to. <see langword="string"/> takes the body's text.</typeparam>
public sealed class WebhookDelivery<T> : WebhookDelivery
{
    /// <summary>Creates a delivery, for a test of a workflow or filter.</summary>
    public WebhookDelivery()
    {
    }

    [SetsRequiredMembers]
    internal WebhookDelivery(WebhookDelivery delivery, T payload)
        : base(delivery) => Payload = payload;

    /// <summary>The content of the body.</summary>
    public required T Payload { get; init; }
}
