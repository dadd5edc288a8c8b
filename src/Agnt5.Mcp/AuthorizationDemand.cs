using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Mcp;

/// <summary>Finds out whether an app demands authorization of the callers of a route.</summary>
internal static class AuthorizationDemand
{
    public static bool IsSwitchedOff(EndpointMetadataCollection metadata) => metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Whether the route demands authorization, or the app does for routes that say nothing.</summary>
    public static async ValueTask<bool> IsMadeAsync(EndpointMetadataCollection metadata, IServiceProvider services) =>
        !IsSwitchedOff(metadata) && (IsMadeByRoute(metadata) || await HasFallbackPolicyAsync(services).ConfigureAwait(false));

    private static bool IsMadeByRoute(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AuthorizationPolicy>() is not null)
            return true;

        foreach (var data in metadata.GetOrderedMetadata<IAuthorizationRequirementData>())
        {
            if (data is not AuthorizationMark)
                return true;
        }

        return false;
    }

    private static async ValueTask<bool> HasFallbackPolicyAsync(IServiceProvider services) =>
        services.GetService<IAuthorizationPolicyProvider>() is { } policies && await policies.GetFallbackPolicyAsync().ConfigureAwait(false) is not null;
}
