using System.Text.Json;

namespace Agnt5.JavaScript.Bridge;

/// <summary>What the JavaScript side says of an endpoint when it opens one.</summary>
internal sealed class HostSettings
{
    public string? ServiceName { get; private set; }

    public string? ServiceVersion { get; private set; }

    /// <summary>Whether each request brings its signing secrets (<see cref="RequestContext.SigningSecrets"/>).</summary>
    public bool GivesSigningSecrets { get; private set; }

    /// <summary>Whether each request says if the endpoint is on (<see cref="RequestContext.Enabled"/>).</summary>
    public bool GivesEnabled { get; private set; }

    /// <summary>The host's environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private set; } = new Dictionary<string, string>();

    /// <summary>Texts by name; <see langword="null"/> for a function.</summary>
    public IReadOnlyDictionary<string, string?> Services { get; private set; } = new Dictionary<string, string?>();

    public static HostSettings Read(string json)
    {
        var settings = new HostSettings();
        HostJson.Read(json, settings.Read);
        return settings;
    }

    private void Read(string name, ref Utf8JsonReader value)
    {
        switch (name)
        {
            case "serviceName": ServiceName = value.GetString(); break;
            case "serviceVersion": ServiceVersion = value.GetString(); break;
            case "givesSigningSecrets": GivesSigningSecrets = value.GetBoolean(); break;
            case "givesEnabled": GivesEnabled = value.GetBoolean(); break;
            case "env": Environment = HostJson.Texts(ref value)!; break;
            case "services": Services = HostJson.Texts(ref value); break;
            default: value.Skip(); break;
        }
    }
}
