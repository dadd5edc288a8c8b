using Agnt5.Local.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Agnt5.Local;

/// <summary>A whole host around a local AGNT5: the two-line program.</summary>
/// <example>
/// <code>
/// using Agnt5.Local;
/// await LocalAgnt5Host.RunAsync(args);
/// </code>
/// </example>
public static class LocalAgnt5Host
{
    /// <summary>Where it listens when nothing else is configured: the address that clients look for a local AGNT5 at.</summary>
    public const string DefaultUrl = "http://127.0.0.1:34181";

    /// <summary>
    /// Serves the gateway until the process is asked to stop. <c>--urls</c> or <c>ASPNETCORE_URLS</c> change the address (default <see cref="DefaultUrl"/>), <c>AGNT5_API_KEY</c> the key. Once it has
    /// started, it prints what clients set to reach it, with the key where it was made and a person reads it.
    /// </summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="catalog">The components of this process, usually <c>Agnt5Components.Catalog</c>. Default: none, so that services are synced.</param>
    /// <param name="configure">Adds services, options and configuration.</param>
    /// <exception cref="InvalidOperationException">The configuration cannot work; the message names every fix.</exception>
    public static async Task RunAsync(string[] args, ComponentCatalog? catalog = null, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Build(args, catalog, configure);
        await using (app.ConfigureAwait(false))
        {
            await app.StartAsync().ConfigureAwait(false);
            Console.WriteLine(LocalGuide.Of(app, Console.IsOutputRedirected));
            await app.WaitForShutdownAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Builds the host that <see cref="RunAsync"/> runs, for programs that add routes, or start and stop it themselves.</summary>
    /// <inheritdoc cref="RunAsync"/>
    /// <returns>The app, not started yet.</returns>
    public static WebApplication Build(string[] args, ComponentCatalog? catalog = null, Action<WebApplicationBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        var builder = WebApplication.CreateSlimBuilder(args);
        // The first source, so that every other one overrides it.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("Logging:LogLevel:Microsoft.AspNetCore", "Warning")] });
        builder.Services.AddAgnt5Local(catalog);
        configure?.Invoke(builder);
        if (string.IsNullOrWhiteSpace(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultUrl);
        var app = builder.Build();
        app.MapAgnt5Local();
        return app;
    }
}
