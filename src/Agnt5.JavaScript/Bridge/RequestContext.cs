using System.Text.Json;

namespace Agnt5.JavaScript.Bridge;

/// <summary>What the host knows of a request beside HTTP: the same for most requests, so it crosses over once and has a number from then on.</summary>
internal sealed class RequestContext
{
    /// <summary>The secrets that the JavaScript side's option gave.</summary>
    public IReadOnlyList<string> SigningSecrets { get; private init; } = [];

    /// <summary>What the option for the secrets did instead, such as <c>threw: …</c>, or <see langword="null"/>.</summary>
    public string? SigningSecretsFailed { get; private init; }

    /// <summary>What the JavaScript side's option said of the kill switch.</summary>
    public bool? Enabled { get; private init; }

    /// <summary>What the option for the kill switch did instead, or <see langword="null"/>.</summary>
    public string? EnabledFailed { get; private init; }

    /// <summary>The variables of the host's environment that count at each request.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; private init; } = new Dictionary<string, string>();

    public static RequestContext Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new RequestContext
        {
            SigningSecrets = root.TryGetProperty("signingSecrets"u8, out var secrets) ? [.. secrets.EnumerateArray().Select(static secret => secret.GetString()!)] : [],
            SigningSecretsFailed = HostSettings.Text(root, "signingSecretsFailed"),
            Enabled = root.TryGetProperty("enabled"u8, out var enabled) ? enabled.GetBoolean() : null,
            EnabledFailed = HostSettings.Text(root, "enabledFailed"),
            Variables = root.TryGetProperty("env"u8, out var variables) ? HostSettings.Texts(variables) : new Dictionary<string, string>(),
        };
    }
}
