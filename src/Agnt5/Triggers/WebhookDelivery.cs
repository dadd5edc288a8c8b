using System.Collections.ObjectModel;
using System.Text;

namespace Agnt5;

/// <summary>
/// A webhook's delivery as its provider sent it (protocol section 4). A workflow may take it as its only parameter, or next to its input. The input is then bound from the JSON in the body. In a
/// run that no webhook started, <see cref="Body"/> is the input's JSON (or the text itself, where the input is a text), <see cref="Id"/> is the run's id, and the rest is empty.
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

    /// <summary>Who sent the delivery: <c>standard</c>, <c>sentry</c>, <c>stripe</c>, <c>github</c> or <c>slack</c>. <see langword="null"/> when the delivery does not say.</summary>
    public string? Source { get; init; }

    /// <summary>The integration that received the delivery.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>The event's type as the provider gives it: <c>issues.opened</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>The provider's id of the delivery. Slack sends none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>When the delivery was received, in UTC and whole seconds.</summary>
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

    /// <summary>The body in UTF-8. Check a provider's signature over these bytes.</summary>
    public ReadOnlyMemory<byte> BodyBytes => _bytes;

    // A delivery that a step recorded, or a test made, comes with a dictionary that is case-sensitive.
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
