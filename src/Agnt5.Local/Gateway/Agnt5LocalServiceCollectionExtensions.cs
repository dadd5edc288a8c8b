using Agnt5;
using Agnt5.Local;
using Agnt5.Local.Gateway;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a local AGNT5 to the services.</summary>
public static class Agnt5LocalServiceCollectionExtensions
{
    /// <summary>
    /// Adds AGNT5 to this process. It starts and stops with the app. Map its gateway with <c>app.MapAgnt5Local()</c>, and inject <see cref="LocalAgnt5Engine"/> where code of the app starts runs. A
    /// registered <see cref="TimeProvider"/> is its clock.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="catalog">
    /// The components of this process, usually <c>Agnt5Components.Catalog</c>. Default: none. Services in other processes and languages are synced by <c>POST /v1/deployments/sync</c>.
    /// </param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>The services, for chaining.</returns>
    /// <exception cref="InvalidOperationException">It was added already.</exception>
    public static IServiceCollection AddAgnt5Local(this IServiceCollection services, ComponentCatalog? catalog = null, Action<LocalAgnt5Options>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static service => service.ServiceType == typeof(LocalAgnt5Service)))
            throw new InvalidOperationException("AddAgnt5Local was called twice. Call it once: the catalog of a project includes the components of the projects it references.");

        var options = services.AddOptions<LocalAgnt5Options>();
        if (configure is not null)
            options.Configure(configure);
        if (catalog is not null)
            services.AddSingleton(new LocalCatalog(catalog));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LocalAgnt5Service>().AddHostedService(static provider => provider.GetRequiredService<LocalAgnt5Service>());
        services.AddSingleton(static provider => provider.GetRequiredService<LocalAgnt5Service>().Agnt5
            ?? throw new InvalidOperationException("The local AGNT5 starts with the app. Ask for it once the app has started."));
        return services;
    }
}
