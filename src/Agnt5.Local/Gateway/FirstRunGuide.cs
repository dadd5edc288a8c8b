using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Gateway;

/// <summary>Tells a developer, in one entry of the log, how to take a run from its start to its end. It shows no key: the commands read it from its file.</summary>
internal static class FirstRunGuide
{
    private const string Category = "Agnt5.Local.Guide";

    /// <summary>Logs the guide when the app listens.</summary>
    public static void LogOnceStarted(WebApplication app, LocalAgnt5Service local) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        if (AddressOf(app) is { } url && logger.IsEnabled(LogLevel.Information))
            GatewayLog.Guide(logger, Text(url, local));
    });

    private static string Text(string url, LocalAgnt5Service local)
    {
        var place = $"AGNT5 itself runs in this process, for Development: {url}/v1.";
        // The last workflow, since the endpoint's own guide calls the first one; else anything.
        if (local.Catalog?.Components.OrderBy(static component => component.Type == ComponentType.Workflow).LastOrDefault() is not { } component)
            return place;
        if (FirstRunCommands.HeaderOf(local) is not { } header)
            return $"{place} Its key is kept nowhere: set AGNT5_API_KEY and start again.";

        var commands = new FirstRunCommands(url, component, local.Catalog!);
        var start = $"""
            {place} Take a run to its end from another terminal, in {FirstRunCommands.Shell}:

            {header}
            {commands.Start}
            """;
        return component.Type != ComponentType.Workflow ? start : $"""
            {start}

            The answer says what the run waits for. This answers a question, and skips the sleep behind it:

            {commands.Answer}
            """;
    }

    /// <summary>Where the app is reached from this machine, without TLS where there is a choice; <see langword="null"/> where no URL leads to it.</summary>
    private static string? AddressOf(WebApplication app) => AddressesOf(app).Select(BindingAddress.Parse).Where(static address => !address.IsUnixPipe && !address.IsNamedPipe)
        .OrderBy(static address => address.Scheme == Uri.UriSchemeHttps)
        // An address that stands for all interfaces is one to listen on, and none to call.
        .Select(static address => $"{address.Scheme}://{(address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host)}:{address.Port}{address.PathBase}")
        .FirstOrDefault();

    // A server of a test may have none.
    private static IEnumerable<string> AddressesOf(IApplicationBuilder app) => app.ServerFeatures.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
