namespace Agnt5.Local.Engine.Triggers;

/// <summary>A provider's request to a webhook, before anything of it is believed.</summary>
/// <param name="IntegrationId">The integration that the URL names.</param>
/// <param name="Headers">The headers by lower-case name.</param>
/// <param name="Body">The body, byte for byte.</param>
internal sealed record WebhookRequest(string IntegrationId, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>A header, trimmed, or <see langword="null"/> when it is absent or blank.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) && value.AsSpan().Trim() is { Length: > 0 } text ? text.ToString() : null;
}
