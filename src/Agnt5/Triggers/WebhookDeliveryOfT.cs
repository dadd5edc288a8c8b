using System.Diagnostics.CodeAnalysis;

namespace Agnt5;

/// <summary>
/// A webhook's delivery with its payload (protocol section 4): the parameter type of a workflow that wants both. The workflow's input schema is that of <typeparamref name="T"/>. In a run that
/// was started directly with the payload alone, <see cref="Payload"/> is that, and the rest is as <see cref="WebhookDelivery"/> says.
/// </summary>
/// <typeparam name="T">The type that the JSON in the body is bound to; <see langword="string"/> takes the body's text.</typeparam>
public sealed class WebhookDelivery<T> : WebhookDelivery
{
    /// <summary>Creates a delivery, for a test of a workflow or filter.</summary>
    public WebhookDelivery()
    {
    }

    [SetsRequiredMembers]
    internal WebhookDelivery(WebhookDelivery delivery, T payload)
        : base(delivery) => Payload = payload;

    /// <summary>What the body says.</summary>
    public required T Payload { get; init; }
}
