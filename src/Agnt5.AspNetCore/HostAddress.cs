using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Agnt5.AspNetCore;

/// <summary>Decides where the host listens: <c>PORT</c> and <c>HOST</c>, loopback unless told otherwise, in a container all interfaces.</summary>
internal static class HostAddress
{
    private const int DefaultPort = 8787;

    /// <exception cref="InvalidOperationException">The port is not one, or the host is no address of this machine.</exception>
    public static void Apply(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration[WebHostDefaults.ServerUrlsKey] is { } urls && !string.IsNullOrWhiteSpace(urls))
        {
            builder.WebHost.UseUrls([.. urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Given)]);
            return;
        }

        // The .NET container images set ASPNETCORE_HTTP_PORTS, which would only be warned of and then ignored.
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "").UseSetting(WebHostDefaults.HttpsPortsKey, "");
        var host = configuration[ListenHost.Variable]?.Trim() is { Length: > 0 } given ? given : DefaultHost(configuration);
        var port = Port(configuration["PORT"]);
        builder.WebHost.UseUrls([.. Resolve(host, port, ListenHost.Variable).Select(found => string.Create(CultureInfo.InvariantCulture, $"http://{found}:{port}"))]);
    }

    /// <summary>A URL as it was given, and one with a name as one for each address that the name stands for.</summary>
    private static IEnumerable<string> Given(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            // Kestrel refuses it, and says why.
            return [url];
        }

        if (address.IsUnixPipe || address.IsNamedPipe)
            return [url];
        var isPlain = ListenHost.IsPlain(address.Host);
        // A port that is no number is left in the host, and the port is that of the scheme then.
        if (address.Port > ushort.MaxValue || (!isPlain && address.Host is not ['[', ..] && address.Host.Contains(':', StringComparison.Ordinal)))
            throw new InvalidOperationException($"The AGNT5 endpoint cannot start. A URL of {WebHostDefaults.ServerUrlsKey} is '{url}': give a number from 0 to 65535 as its port.");

        return isPlain && (address.Port != 0 || !address.Host.Equals(ListenHost.Loopback, StringComparison.OrdinalIgnoreCase))
            ? [url]
            : Resolve(address.Host, address.Port, $"A host of {WebHostDefaults.ServerUrlsKey}")
                .Select(found => string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{found}:{address.Port}{address.PathBase}"));
    }

    // Kestrel finds a free port for an address and for no name, and another one for each address.
    private static IEnumerable<string> Resolve(string host, int port, string setting)
    {
        var found = ListenHost.Resolve(host, setting);
        return port != 0 ? found : [found[0] == ListenHost.Loopback ? "127.0.0.1" : found[0]];
    }

    private static int Port(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return DefaultPort;
        if (ushort.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return port;

        throw new InvalidOperationException($"The AGNT5 endpoint cannot start. PORT is '{text}': give a number from 0 to 65535.");
    }

    // The variable that the .NET container images set.
    private static string DefaultHost(ConfigurationManager configuration) =>
        configuration["DOTNET_RUNNING_IN_CONTAINER"] is "true" or "1" or "True" ? "0.0.0.0" : "127.0.0.1";
}
