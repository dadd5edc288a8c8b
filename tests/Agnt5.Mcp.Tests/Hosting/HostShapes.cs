using Agnt5.Mcp.Tests.Components;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp.Tests.Hosting;

/// <summary>The ways in which an app may be hosted and put together. Each has authorization where it belongs, if the app has the services for it.</summary>
internal static class HostShapes
{
    public const string Minimal = "WebApplication";
    public const string MinimalInOrder = "WebApplication with its own order";
    public const string MinimalBranch = "WebApplication with a branch";
    public const string TwoLine = "ServerlessHost";
    public const string Startup = "generic host with UseRouting and UseEndpoints";
    public const string StartupBranch = "generic host with a branch";

    public static IReadOnlyList<string> All { get; } = [Minimal, MinimalInOrder, MinimalBranch, TwoLine, Startup, StartupBranch];

    /// <summary>Where the branch of a shape is, in front of the routes.</summary>
    public static string PrefixOf(string shape) => shape is MinimalBranch or StartupBranch ? "/x" : "";

    public static IHost Build(string shape, string environment, Action<IServiceCollection> services, Action<IEndpointRouteBuilder> map) => shape switch
    {
        Minimal => OnWebApplication(environment, services, map),
        MinimalInOrder => OnWebApplication(environment, services, app => Guard(app, map)),
        MinimalBranch => OnWebApplication(environment, services, app => app.Map("/x", branch => Guard(branch, map))),
        TwoLine => OnServerlessHost(environment, services, map),
        Startup => OnGenericHost(environment, services, app => Guard(app, map)),
        StartupBranch => OnGenericHost(environment, services, app => app.Map("/x", branch => Guard(branch, map))),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    public static WebApplication OnWebApplication(string environment, Action<IServiceCollection> services, Action<WebApplication> pipeline)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        AddServicesOfTools(builder.Services.AddAgnt5(Agnt5Components.Catalog));
        services(builder.Services);
        var app = builder.Build();
        pipeline(app);
        return app;
    }

    public static IHost OnGenericHost(string environment, Action<IServiceCollection> services, Action<IApplicationBuilder> pipeline) =>
        new HostBuilder().UseEnvironment(environment).ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(collection =>
            {
                AddServicesOfTools(collection.AddRouting().AddAgnt5(Agnt5Components.Catalog));
                services(collection);
            })
            .Configure(pipeline)).Build();

    private static WebApplication OnServerlessHost(string environment, Action<IServiceCollection> services, Action<IEndpointRouteBuilder> map)
    {
        var app = ServerlessHost.Build(["--environment", environment], Agnt5Components.Catalog, builder =>
        {
            builder.Logging.ClearProviders();
            builder.WebHost.UseTestServer();
            AddServicesOfTools(builder.Services);
            services(builder.Services);
        });
        map(app);
        return app;
    }

    private static void AddServicesOfTools(IServiceCollection services) => services.AddSingleton<MeetingPoint>().AddScoped<VaultDoor>();

    private static void Guard(IApplicationBuilder app, Action<IEndpointRouteBuilder> map)
    {
        app.UseRouting();
        if (app.ApplicationServices.GetService<IAuthenticationSchemeProvider>() is not null)
            app.UseAuthentication().UseAuthorization();
        app.UseEndpoints(map);
    }
}
