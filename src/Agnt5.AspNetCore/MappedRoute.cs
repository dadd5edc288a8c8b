using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;

namespace Agnt5.AspNetCore;

/// <summary>What the protocol's routes say to the app's middleware, once the program has said everything about them.</summary>
internal static class MappedRoute
{
    public static void Complete(EndpointBuilder route)
    {
        // A policy for every route of the app means users. Whoever wants one for these routes says so, and AllowAnonymous would silently win over it.
        if (!route.Metadata.Any(static metadata => metadata is IAuthorizeData or AuthorizationPolicy or IAuthorizationRequirementData))
            route.Metadata.Add(new AllowAnonymousAttribute());

        // A manifest out of a cache would outlive the kill switch, so no convention of the program counts. The attribute comes after every policy, and the last one of its kind is taken.
        route.Metadata.Add(new OutputCacheAttribute { NoStore = true });
    }
}
