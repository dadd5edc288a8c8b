using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp;

/// <summary>Stops the start of an app that would run its tools for anybody. The check is metadata of the endpoint that it protects, so that it finds this endpoint among all of the app.</summary>
internal sealed class AuthorizationCheck(Agnt5McpOptions options)
{
    /// <exception cref="InvalidOperationException">Nothing demands authorization; the message names the fixes.</exception>
    public void Check(IServiceProvider services)
    {
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (!endpoint.Metadata.Contains(this) || DemandsAuthorization(endpoint, services))
                continue;

            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName;
            if (!options.AllowAnonymous && !services.GetRequiredService<IHostEnvironment>().IsDevelopment())
                throw new InvalidOperationException(Refusal(route, endpoint));
            McpLog.ServedToAnybody(services.GetRequiredService<ILogger<AuthorizationCheck>>(), route);
        }
    }

    private static bool DemandsAuthorization(Endpoint endpoint, IServiceProvider services)
    {
        var metadata = endpoint.Metadata;
        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
            return false;

        return metadata.GetMetadata<IAuthorizeData>() is not null
            || metadata.GetMetadata<AuthorizationPolicy>() is not null
            || metadata.GetMetadata<IAuthorizationRequirementData>() is not null
            || HasFallbackPolicy(services);
    }

    // A provider may take time to fetch its policies. The start waits for it once.
    private static bool HasFallbackPolicy(IServiceProvider services) =>
        services.GetService<IAuthorizationPolicyProvider>()?.GetFallbackPolicyAsync().GetAwaiter().GetResult() is not null;

    private static string Refusal(string? route, Endpoint endpoint)
    {
        var cause = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null ? "nothing demands authorization there" : "AllowAnonymous() switches authorization off there";
        return $"MapAgnt5Mcp would run this app's tools for anybody who reaches {route}: {cause}. Call app.MapAgnt5Mcp().RequireAuthorization(), with authentication and authorization " +
            "added to the services, or set the fallback policy of AddAuthorization. Where a gateway in front of this app authenticates the callers, say so: " +
            "app.MapAgnt5Mcp(configure: options => options.AllowAnonymous = true). In Development the app starts without authorization.";
    }
}
