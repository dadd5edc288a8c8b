using System.Collections.ObjectModel;
using System.Text;

namespace Agnt5;

/// <summary>
/// A webhook's delivery as its provider sent it (protocol section 4). As the type of a parameter it stands beside the workflow's input, which is bound from the JSON in the body, or is all that the
/// workflow takes. In a run that no webhook started, <see cref="Body"/> is the input's JSON, or the text where the input is one, <see cref="Id"/> is the run's id, and the rest is empty.
/// </summary>
public class WebhookDelivery
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly IReadOnlyDictionary<string, string> _headers = ReadOnlyDictionary<string, string>.Empty;
    private string? _text;

    /// <summary>Creates a delivery, for a test of a workflow or filter.</summary>
    public WebhookDelivery()
    {
    }

    internal WebhookDelivery(ReadOnlyMemory<byte> body) => _bytes = body;

    private protected WebhookDelivery(WebhookDelivery other)
    {
        (_bytes, _text) = (other._bytes, other._text);
        Id = other.Id;
        Source = other.Source;
        IntegrationId = other.IntegrationId;
        EventType = other.EventType;
        IdempotencyKey = other.IdempotencyKey;
        Timestamp = other.Timestamp;
        _headers = other._headers;
    }

    /// <summary>Identifies the delivery: its <see cref="IdempotencyKey"/>, else the id of the event that brought it. Delivery is at least once; the id is the same each time.</summary>
    public string Id { get; init; } = "";

    /// <summary>Who sent it: <c>standard</c>, <c>sentry</c>, <c>stripe</c>, <c>github</c> or <c>slack</c>. <see langword="null"/> when the delivery does not say.</summary>
    public string? Source { get; init; }

    /// <summary>The integration that received it.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>The event's type as the provider gives it: <c>issues.opened</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>The provider's own id of the delivery. Slack gives none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>When it was received, in UTC and whole seconds.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The request's headers. Upper and lower case do not matter.</summary>
    public IReadOnlyDictionary<string, string> Headers
    {
        get => _headers;
        init => _headers = InAnyCase(value);
    }

    /// <summary>The request's body as the provider signed it. Default: empty.</summary>
    public string Body
    {
        get => _text ??= Encoding.UTF8.GetString(_bytes.Span);
        init => (_text, _bytes) = (value, Encoding.UTF8.GetBytes(value));
    }

    /// <summary>The body in UTF-8, over which a provider's signature is checked.</summary>
    public ReadOnlyMemory<byte> BodyBytes => _bytes;

    // What a step has recorded, or a test has made, tells the cases apart.
    private static Dictionary<string, string> InAnyCase(IReadOnlyDictionary<string, string> headers)
    {
        if (headers is Dictionary<string, string> known && known.Comparer == StringComparer.OrdinalIgnoreCase)
            return known;

        var copy = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
            copy[name] = value;
        return copy;
    }
}
