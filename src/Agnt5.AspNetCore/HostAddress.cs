using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Agnt5.AspNetCore;

/// <summary>Decides where the host listens: <c>PORT</c> and <c>HOST</c>, loopback unless told otherwise, in a container all interfaces.</summary>
internal static class HostAddress
{
    private const int DefaultPort = 8787;

    public static void Apply(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            return;

        // The .NET container images set ASPNETCORE_HTTP_PORTS, which would only be warned of and then ignored.
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "").UseSetting(WebHostDefaults.HttpsPortsKey, "");
        builder.WebHost.UseUrls(Choose(builder.Configuration));
    }

    /// <exception cref="InvalidOperationException">The port is not one.</exception>
    private static string Choose(ConfigurationManager configuration)
    {
        var host = configuration["HOST"] is { Length: > 0 } given ? given : DefaultHost(configuration);
        if (host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('['))
            host = $"[{host}]";
        return string.Create(CultureInfo.InvariantCulture, $"http://{host}:{Port(configuration["PORT"])}");
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
