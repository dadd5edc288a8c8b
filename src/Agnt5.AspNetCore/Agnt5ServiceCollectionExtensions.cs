using Agnt5;
using Agnt5.AspNetCore;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds an AGNT5 serverless endpoint to the services.</summary>
public static class Agnt5ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the endpoint that serves <paramref name="catalog"/>. Its options come from the configuration section <c>Agnt5</c> and then from
    /// <paramref name="configure"/>, which wins. Map it with <c>app.MapAgnt5()</c>. In Development it gets a signing secret where none is configured (<see cref="DevelopmentSecret"/>).
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="catalog">The components: <c>Agnt5Components.Catalog</c>, which the source generator writes for the project.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The services, for chaining.</returns>
    /// <exception cref="InvalidOperationException">An endpoint was added already.</exception>
    public static IServiceCollection AddAgnt5(this IServiceCollection services, ComponentCatalog catalog, Action<ServerlessOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(catalog);
        if (services.Any(static service => service.ServiceType == typeof(ComponentCatalog)))
        {
            throw new InvalidOperationException(
                "AddAgnt5 was called twice. Call it once: the catalog of a project includes the components of the projects it references.");
        }

        KnownOptions.Name();
        services.AddSingleton(catalog);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MadeSecret>().AddSingleton<StartupGuide>();
        services.AddSingleton<StartupChecks>().AddSingleton<IStartupFilter>(static provider => provider.GetRequiredService<StartupChecks>());
        services.AddOptions<ServerlessOptions>()
            .Configure<IServiceProvider>(static (options, provider) =>
            {
                options.IsDevelopment = options.LogInputProblems = options.ValidateServices = provider.GetService<IHostEnvironment>() is { } environment && environment.IsDevelopment();
                if (provider.GetService<IConfiguration>() is { } configuration)
                    ServerlessConfiguration.Apply(options, configuration.GetSection(ServerlessConfiguration.SectionName).AsEnumerable());
            })
            .PostConfigure(static options => options.ServiceVersion ??= ServiceVersionDefault.Find())
            .PostConfigure<IServiceProvider, MadeSecret>(static (options, provider, made) => made.Provide(options, provider.GetService<IHostEnvironment>()));
        if (configure is not null)
            services.Configure(configure);
        services.AddSingleton(static provider => new ServerlessEndpoint(
            provider.GetRequiredService<ComponentCatalog>(), provider.GetRequiredService<IOptions<ServerlessOptions>>().Value, provider));
        return services;
    }

    /// <summary>
    /// Remembers signed requests in the app's <see cref="IDistributedCache"/>, so that one that was captured runs nothing when it is sent again, to whichever instance
    /// (<see cref="ServerlessOptions.SeenRequests"/>, <see cref="DistributedSeenRequests"/>).
    /// </summary>
    /// <param name="services">The services, which have the cache, for example from <c>AddStackExchangeRedisCache</c>.</param>
    /// <returns>The services, for chaining.</returns>
    public static IServiceCollection AddAgnt5DistributedSeenRequests(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<ServerlessOptions>().Configure<IServiceProvider>(static (options, provider) =>
            options.SeenRequests = new DistributedSeenRequests(
                provider.GetService<IDistributedCache>() ?? throw new InvalidOperationException(
                    "AddAgnt5DistributedSeenRequests found no IDistributedCache. Add the cache that the instances of this endpoint share, for example with AddStackExchangeRedisCache."),
                provider.GetService<TimeProvider>()));
        return services;
    }
}
