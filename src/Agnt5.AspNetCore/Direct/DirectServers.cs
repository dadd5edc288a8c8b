using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Agnt5.AspNetCore.Direct;

/// <summary>Puts a <see cref="DirectServer"/> in the place of the web server that a host has.</summary>
internal static class DirectServers
{
    /// <summary>Does so, where the server is Kestrel and nothing of the program is in front of <see cref="EndOfPipeline"/>. To be called when the program has added its services.</summary>
    /// <param name="services">The services of the host.</param>
    public static void Add(IServiceCollection services)
    {
        var server = services.Last(static service => service.ServiceType == typeof(IServer) && !service.IsKeyedService);
        if (server.ImplementationType is not { } kestrel || kestrel.Assembly != typeof(KestrelServerOptions).Assembly)
            return;
        // A filter that comes before can put anything around the pipeline, and the pipeline does not tell.
        var filters = services.TakeWhile(static service => service.ServiceType != typeof(EndOfPipeline)).Where(static service => service.ServiceType == typeof(IStartupFilter));
        if (!filters.All(IsOfTheFramework))
            return;
        services.Replace(ServiceDescriptor.Singleton<IServer>(provider => new DirectServer((IServer)ActivatorUtilities.CreateInstance(provider, kestrel), provider)));
    }

    // Those that FrontFilters knows.
    private static bool IsOfTheFramework(ServiceDescriptor filter) =>
        !filter.IsKeyedService && filter.ImplementationType is { } type && type.Assembly == typeof(WebApplication).Assembly
            && type.Name is "HostFilteringStartupFilter" or "ForwardedHeadersStartupFilter";
}
