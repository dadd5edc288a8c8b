using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Agnt5.AspNetCore;

/// <summary>
/// Tells a developer what is served and how to call it, once the app has started in Development. It is one entry of the app's log: the log's order puts it behind the lines of the host, nothing is
/// written into the midst of its command, and a log in JSON stays one.
/// </summary>
internal sealed partial class StartupGuide(IServiceProvider services)
{
    private bool _isAwaited;

    /// <summary>
    /// Of the callbacks of a start, the one that was registered first runs last. So call this while the app is built: the host then has said where it listens. An app that maps the endpoint twice
    /// gets one guide.
    /// </summary>
    public void LogOnceStarted()
    {
        if (_isAwaited || services.GetService<IHostEnvironment>()?.IsDevelopment() != true || services.GetService<IHostApplicationLifetime>() is not { } lifetime)
            return;
        _isAwaited = true;
        lifetime.ApplicationStarted.Register(Log);
    }

    private void Log()
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DevelopmentGuide).FullName!);
        if (!logger.IsEnabled(LogLevel.Information) || AddressOf(PrefixIn(services)) is not { } address)
            return;

        using var guide = new StringWriter();
        DevelopmentGuide.Print(
            address,
            services.GetRequiredService<ComponentCatalog>(),
            services.GetRequiredService<IOptions<ServerlessOptions>>().Value,
            services.GetRequiredService<MadeSecret>().File,
            guide);
        LogGuide(logger, guide.ToString().Trim());
    }

    /// <summary>What a route group puts in front of the protocol's routes.</summary>
    private static string PrefixIn(IServiceProvider services) =>
        services.GetService<EndpointDataSource>()?.Endpoints.OfType<RouteEndpoint>().Select(static route => route.RoutePattern)
            .FirstOrDefault(static pattern => pattern.RawText?.EndsWith(ServerlessEndpoint.InvokePath, StringComparison.Ordinal) == true) is { } pattern
            ? string.Concat(pattern.PathSegments.SkipLast(ServerlessEndpoint.InvokePath.Count(static letter => letter == '/'))
                .Select(static segment => $"/{string.Concat(segment.Parts.Select(Text))}"))
            : "";

    /// <summary>A part of a prefix as it may stand in a URL. For a parameter, a value that the developer fills in.</summary>
    private static string Text(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => $"{parameter.Default ?? $"YOUR-{parameter.Name.ToUpperInvariant()}"}",
        _ => "",
    };

    /// <summary>Where the endpoint is reached from this machine, without TLS where there is a choice; <see langword="null"/> where no URL leads to it.</summary>
    private Uri? AddressOf(string prefix) =>
        services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.Select(address => Called(address, prefix)).OfType<Uri>()
            .OrderBy(static address => address.Scheme == Uri.UriSchemeHttps).FirstOrDefault();

    private static Uri? Called(string address, string prefix)
    {
        var binding = BindingAddress.Parse(address);
        if (binding.IsUnixPipe || binding.IsNamedPipe)
            return null;

        // An address that stands for all interfaces is one to listen on, and none to call.
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : binding.Host;
        return new UriBuilder(binding.Scheme, host, binding.Port, $"{binding.PathBase}{prefix}/").Uri;
    }

    [LoggerMessage(270, LogLevel.Information, "{Guide}")]
    private static partial void LogGuide(ILogger logger, string guide);
}
