using Agnt5.Local;
using Agnt5.Local.Gateway;
using Agnt5.Local.Gateway.Access;
using Agnt5.Local.Gateway.Deployments;
using Agnt5.Local.Gateway.Events;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Gateway.Payloads;
using Agnt5.Local.Gateway.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the gateway of a local AGNT5 into an app.</summary>
public static class Agnt5LocalEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the gateway's routes under <c>/v1</c>: runs, signals, answers, events, webhooks and deployments, as AGNT5 has them. Callers of this machine are let in with the key
    /// (<see cref="LocalGatewayOptions.ApiKey"/>, else the configuration's <c>AGNT5_API_KEY</c>, else one that is made). Options are those of the services, and then of <paramref name="configure"/>.
    /// In Development an app logs, once it has started, the commands that take a run to its end.
    /// </summary>
    /// <param name="endpoints">The app, or a route group of it.</param>
    /// <param name="configure">Sets options: the key, other machines, bounds.</param>
    /// <returns>Conventions for all of the routes.</returns>
    /// <exception cref="InvalidOperationException">No local AGNT5 was added, or an option cannot work; the message names the fix.</exception>
    public static IEndpointConventionBuilder MapAgnt5Local(this IEndpointRouteBuilder endpoints, Action<LocalGatewayOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var local = services.GetService<LocalAgnt5Service>()
            ?? throw new InvalidOperationException("MapAgnt5Local found no local AGNT5. Call builder.Services.AddAgnt5Local(Agnt5Components.Catalog) before builder.Build().");
        var options = services.GetRequiredService<IOptions<LocalGatewayOptions>>().Value;
        options.ApiKey ??= services.GetService<IConfiguration>()?["AGNT5_API_KEY"]?.Trim() is { Length: > 0 } key ? key : null;
        configure?.Invoke(options);
        var isDevelopment = services.GetService<IHostEnvironment>()?.IsDevelopment() == true;
        // The key lies where the state lies, or beside what else a project makes for Development.
        options.KeyFile ??= local.Options.Database is { } database ? $"{database}.api-key" : isDevelopment ? KeyFile.InProject : null;
        options.ThrowIfInvalid();

        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        var server = new GatewayServer(local, options, KeyOf(options), services.GetRequiredService<ILogger<GatewayServer>>(), stopping);
        (local.Key, local.HasConfiguredKey) = (server.Key.Text, options.ApiKey is not null);
        local.KeyFile = local.HasConfiguredKey ? null : options.KeyFile;
        if (isDevelopment && endpoints is WebApplication app)
            FirstRunGuide.LogOnceStarted(app, local);
        var group = endpoints.MapGroup("");
        StartRoutes.Map(group, server);
        BatchRoutes.Map(group, server);
        ReadRoutes.Map(group, server);
        JournalRoutes.Map(group, server);
        AnswerRoutes.Map(group, server);
        SkipRoutes.Map(group, server);
        EventRoutes.Map(group, server);
        WebhookRoutes.Map(group, server);
        IntegrationRoutes.Map(group, server);
        DeploymentRoutes.Map(group, server);
        EnvironmentRoutes.Map(group, server);
        if (options.ServePayloads)
            GatewayPayloads.Map(group, server);
        group.Map("/v1/{**rest}", server.Handle(static call => throw new GatewayException(
            404, "ROUTE_NOT_FOUND", $"The gateway has no {call.Http.Request.Method} of this path. docs/local.md lists its routes.")));
        return group;
    }

    private static ApiKey KeyOf(LocalGatewayOptions options) =>
        options.ApiKey is { } given ? new ApiKey(given) : options.KeyFile is { } file ? KeyFile.ReadOrCreate(file) : ApiKey.Create();
}
