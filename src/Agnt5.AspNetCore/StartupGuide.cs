using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Agnt5.AspNetCore;

/// <summary>
/// Tells a developer what is served and how to call it, once the app has started in Development. It is one entry of the app's log: the log's order puts it behind the lines of the host, nothing is
/// written into the midst of its command, and a log in JSON stays one.
/// </summary>
internal static partial class StartupGuide
{
    /// <summary>Of the callbacks of a start, the one that was registered first runs last. So call this while the app is built: the host then has said where it listens.</summary>
    public static void LogOnceStarted(IServiceProvider services)
    {
        if (services.GetService<IHostEnvironment>() is { } environment && environment.IsDevelopment() && services.GetService<IHostApplicationLifetime>() is { } lifetime)
            lifetime.ApplicationStarted.Register(() => Log(services));
    }

    private static void Log(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DevelopmentGuide).FullName!);
        if (!logger.IsEnabled(LogLevel.Information) || AddressOf(services) is not { } address)
            return;

        using var guide = new StringWriter();
        DevelopmentGuide.Print(
            new Uri(address, PrefixIn(services)),
            services.GetRequiredService<ComponentCatalog>(),
            services.GetRequiredService<IOptions<ServerlessOptions>>().Value,
            services.GetRequiredService<MadeSecret>().File,
            guide);
        LogGuide(logger, guide.ToString().Trim());
    }

    /// <summary>What a route group puts in front of the protocol's routes.</summary>
    private static string PrefixIn(IServiceProvider services) =>
        services.GetService<EndpointDataSource>()?.Endpoints.OfType<RouteEndpoint>().Select(static route => route.RoutePattern.RawText)
            .FirstOrDefault(static pattern => pattern?.EndsWith(ServerlessEndpoint.InvokePath, StringComparison.Ordinal) == true)?[..^ServerlessEndpoint.InvokePath.Length] ?? "";

    /// <summary>Where the app is reached from this machine, without TLS where there is a choice; <see langword="null"/> where no URL leads to it.</summary>
    private static Uri? AddressOf(IServiceProvider services) =>
        services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Called).OfType<Uri>()
            .OrderBy(static address => address.Scheme == Uri.UriSchemeHttps).FirstOrDefault();

    private static Uri? Called(string address)
    {
        var binding = BindingAddress.Parse(address);
        if (binding.IsUnixPipe || binding.IsNamedPipe)
            return null;

        // An address that stands for all interfaces is one to listen on, and none to call.
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : binding.Host;
        return new UriBuilder(binding.Scheme, host, binding.Port, $"{binding.PathBase}/").Uri;
    }

    [LoggerMessage(270, LogLevel.Information, "{Guide}")]
    private static partial void LogGuide(ILogger logger, string guide);
}
