using System.Text.Json;

namespace Agnt5.JavaScript.Bridge;

/// <summary>What the host knows of a request beside HTTP: the same for most requests, so it crosses over once and has a number from then on.</summary>
internal sealed class RequestContext
{
    /// <summary>The secrets that the JavaScript side's option gave.</summary>
    public IReadOnlyList<string> SigningSecrets { get; private set; } = [];

    /// <summary>What the option for the secrets did instead, such as <c>threw: …</c>, or <see langword="null"/>.</summary>
    public string? SigningSecretsFailed { get; private set; }

    /// <summary>What the JavaScript side's option said of the kill switch.</summary>
    public bool? Enabled { get; private set; }

    /// <summary>What the option for the kill switch did instead, or <see langword="null"/>.</summary>
    public string? EnabledFailed { get; private set; }

    /// <summary>The variables of the host's environment that count at each request.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; private set; } = new Dictionary<string, string>();

    public static RequestContext Read(string json)
    {
        var context = new RequestContext();
        HostJson.Read(json, context.Read);
        return context;
    }

    private void Read(string name, ref Utf8JsonReader value)
    {
        switch (name)
        {
            case "signingSecrets": SigningSecrets = HostJson.List(ref value); break;
            case "signingSecretsFailed": SigningSecretsFailed = value.GetString(); break;
            case "enabled": Enabled = value.GetBoolean(); break;
            case "enabledFailed": EnabledFailed = value.GetString(); break;
            case "env": Variables = HostJson.Texts(ref value)!; break;
            default: value.Skip(); break;
        }
    }
}
