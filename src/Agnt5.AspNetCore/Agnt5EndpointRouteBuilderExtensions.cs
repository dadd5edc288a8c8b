using Agnt5;
using Agnt5.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps an AGNT5 serverless endpoint into an app.</summary>
public static class Agnt5EndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the protocol's two routes (protocol section 1): the manifest at <c>/.well-known/agnt5</c> and invokes at <c>/agnt5/invoke</c>. A path base or a
    /// route group goes in front of both; every other route belongs to the app. Policies of the app for users do not count for these routes, since their callers sign what they send
    /// (protocol section 3): they allow anonymous callers, unless a convention or a route group asks for authorization. Their answers never go into the output cache, whatever conventions say:
    /// they would outlive the kill switch.
    /// </summary>
    /// <param name="endpoints">The app, or a route group of it.</param>
    /// <returns>Conventions for both routes. With <c>RequireAuthorization()</c> a request needs both: what the policy demands, and the signature.</returns>
    /// <exception cref="InvalidOperationException">No endpoint was added, or its options cannot work; the message names the fix.</exception>
    public static IEndpointConventionBuilder MapAgnt5(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var endpoint = endpoints.ServiceProvider.GetService<ServerlessEndpoint>()
            ?? throw new InvalidOperationException(
                "MapAgnt5 found no AGNT5 endpoint. Call builder.Services.AddAgnt5(Agnt5Components.Catalog) before builder.Build().");

        var group = endpoints.MapGroup("");
        Map(group, endpoint, ServerlessEndpoint.ManifestPath, "AGNT5 manifest");
        Map(group, endpoint, ServerlessEndpoint.InvokePath, "AGNT5 invoke");
        ((IEndpointConventionBuilder)group).Finally(MappedRoute.Complete);
        endpoints.ServiceProvider.GetRequiredService<StartupGuide>().LogOnceStarted();
        return group;
    }

    // All methods are taken, since another method on a protocol path is the same 404 as another path. Routing has matched the path in any case and with or
    // without a trailing slash; the protocol's paths are exact.
    private static void Map(RouteGroupBuilder group, ServerlessEndpoint endpoint, string path, string name) =>
        group.Map(path, context =>
        {
            var isExact = context.Request.Path.Value?.EndsWith(path, StringComparison.Ordinal) ?? false;
            return HttpContextAdapter.HandleAsync(endpoint, context, isExact ? path : "");
        }).WithDisplayName(name);
}
