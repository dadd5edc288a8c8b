using System.Text.Json;

namespace Agnt5.JavaScript.Bridge;

/// <summary>What the JavaScript side says of an endpoint when it opens one.</summary>
internal sealed class HostSettings
{
    public string? ServiceName { get; private init; }

    public string? ServiceVersion { get; private init; }

    /// <summary>Whether each request brings its signing secrets (<see cref="RequestContext.SigningSecrets"/>).</summary>
    public bool GivesSigningSecrets { get; private init; }

    /// <summary>Whether each request says if the endpoint is on (<see cref="RequestContext.Enabled"/>).</summary>
    public bool GivesEnabled { get; private init; }

    /// <summary>The host's environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Texts by name; <see langword="null"/> for a function.</summary>
    public required IReadOnlyDictionary<string, string?> Services { get; init; }

    public static HostSettings Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new HostSettings
        {
            ServiceName = Text(root, "serviceName"),
            ServiceVersion = Text(root, "serviceVersion"),
            GivesSigningSecrets = root.TryGetProperty("givesSigningSecrets"u8, out var secrets) && secrets.GetBoolean(),
            GivesEnabled = root.TryGetProperty("givesEnabled"u8, out var enabled) && enabled.GetBoolean(),
            Environment = root.TryGetProperty("env"u8, out var environment) ? Texts(environment) : new Dictionary<string, string>(),
            Services = root.TryGetProperty("services"u8, out var services)
                ? services.EnumerateObject().ToDictionary(static service => service.Name, static service => service.Value.GetString())
                : new Dictionary<string, string?>(),
        };
    }

    public static Dictionary<string, string> Texts(JsonElement texts) =>
        texts.EnumerateObject().ToDictionary(static text => text.Name, static text => text.Value.GetString()!);

    public static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var text) ? text.GetString() : null;
}
