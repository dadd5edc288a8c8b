using Agnt5.AspNetCore;
using Agnt5.AspNetCore.Direct;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Agnt5;

/// <summary>A whole host around one serverless endpoint: the two-line program.</summary>
/// <example>
/// <code>
/// using Agnt5;
/// await ServerlessHost.RunAsync(args, Agnt5Components.Catalog);
/// </code>
/// </example>
public static class ServerlessHost
{
    /// <summary>
    /// Serves <paramref name="catalog"/> until the process is asked to stop, and then lets running invocations finish (30 seconds at most). The address comes from <c>PORT</c>
    /// (default 8787) and <c>HOST</c> (default loopback, in a container all interfaces), as environment variables or as <c>--port</c> and <c>--host</c>; <c>--urls</c> wins over both. A host is an
    /// address or a name of this machine. In Development it makes a signing secret where none is configured (<see cref="DevelopmentSecret"/>), and logs how to call the first component once it has
    /// started.
    /// </summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="catalog">The components: <c>Agnt5Components.Catalog</c>.</param>
    /// <param name="configure">Adds services, options and configuration.</param>
    /// <exception cref="InvalidOperationException">The configuration cannot work; the message names every fix.</exception>
    public static async Task RunAsync(string[] args, ComponentCatalog catalog, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Build(args, catalog, configure);
        await using (app.ConfigureAwait(false))
        {
            await app.StartAsync().ConfigureAwait(false);
            await app.WaitForShutdownAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Builds the host that <see cref="RunAsync"/> runs, for programs that add middleware or routes, or start and stop it themselves. Middleware that is added to the app
    /// runs before the protocol's routes (protocol section 1), in the order in which it was added. Routes that are mapped belong to the program; the endpoint answers all else.
    /// </summary>
    /// <inheritdoc cref="RunAsync"/>
    /// <returns>The app, not started yet.</returns>
    public static WebApplication Build(string[] args, ComponentCatalog catalog, Action<WebApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(catalog);
        var builder = WebApplication.CreateSlimBuilder(ContentRoot.Of(args));

        // The first source, so that every other one overrides it: a line per request costs more than most requests, and a line per rejected connection helps who opens them.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"), new("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.Connections", "Error")],
        });
        // Before what the program configures, so that the program wins.
        builder.WebHost.ConfigureKestrel(static (host, kestrel) =>
        {
            // The target of a request in absolute form counts, whatever its Host header says.
            kestrel.AllowHostHeaderOverride = true;
            ConnectionLimits.Apply(kestrel.Limits, host.Configuration);
        });
        builder.Services.Configure<SocketTransportOptions>(ConnectionLimits.Apply);
        builder.Services.AddSingleton<EndOfPipeline>().AddSingleton<IStartupFilter>(static services => services.GetRequiredService<EndOfPipeline>()).AddAgnt5(catalog);
        configure?.Invoke(builder);
        DirectServers.Add(builder.Services);
        HostAddress.Apply(builder);

        var app = builder.Build();
        // A wrong configuration is found here, and not at the first request.
        _ = app.Services.GetRequiredService<ServerlessEndpoint>();
        app.Services.GetRequiredService<StartupGuide>().LogOnceStarted();
        return app;
    }
}
