using System.Diagnostics.CodeAnalysis;
using Agnt5;
using Agnt5.AspNetCore;
using Agnt5.Mcp;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps an MCP server for the tools of an AGNT5 serverless endpoint into an app.</summary>
public static class Agnt5McpEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves the project's <c>[Tool]</c> methods over the Model Context Protocol (Streamable HTTP), with the names, descriptions and schemas of the
    /// manifest. Outside Development the app does not start unless the route demands authorization, because a call runs the tool at once. Where authorization is demanded, every
    /// request is refused that the app's authorization middleware did not authorize for this route.
    /// </summary>
    /// <param name="endpoints">The app, or a route group of it.</param>
    /// <param name="pattern">The route.</param>
    /// <param name="configure">Sets options in code.</param>
    /// <returns>Conventions for the route, above all <c>RequireAuthorization()</c>.</returns>
    /// <exception cref="InvalidOperationException">No endpoint was added, or its options cannot work; the message names the fix.</exception>
    public static IEndpointConventionBuilder MapAgnt5Mcp(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern = "/agnt5/mcp",
        Action<Agnt5McpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var services = endpoints.ServiceProvider;
        if (services.GetService<ServerlessEndpoint>() is null)
        {
            throw new InvalidOperationException(
                "MapAgnt5Mcp found no AGNT5 endpoint. Call builder.Services.AddAgnt5(Agnt5Components.Catalog) before builder.Build().");
        }

        var options = new Agnt5McpOptions();
        configure?.Invoke(options);
        options.Check();
        var mark = new AuthorizationMark();
        var authorization = new AuthorizationCheck(options, mark, services.GetRequiredService<ILogger<AuthorizationCheck>>());
        var endpoint = McpEndpoint.Create(services, options, authorization);
        services.GetRequiredService<StartupChecks>().Add(authorization.Check);
        // The route takes all methods. Otherwise a catch-all route of the app could answer the MCP methods that this server does not serve.
        return endpoints.Map(pattern, endpoint.HandleAsync).WithDisplayName("AGNT5 MCP").WithMetadata(mark);
    }
}
