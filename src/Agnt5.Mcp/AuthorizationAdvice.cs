using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Mcp;

/// <summary>Says what is wrong with an app's authorization, and what to do.</summary>
internal static class AuthorizationAdvice
{
    public static string? RouteOf(Endpoint? endpoint) => (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint?.DisplayName;

    public static string WithoutDemand(Endpoint? endpoint)
    {
        var cause = endpoint is not null && AuthorizationDemand.IsSwitchedOff(endpoint.Metadata)
            ? "AllowAnonymous() switches authorization off there"
            : "nothing demands authorization there";
        return $"MapAgnt5Mcp would run this app's tools for anybody who reaches {RouteOf(endpoint)}: {cause}. Call app.MapAgnt5Mcp().RequireAuthorization(), with authentication and authorization " +
            "added to the services, or set the fallback policy of AddAuthorization. Where a gateway in front of this app authenticates the callers, say so: " +
            "app.MapAgnt5Mcp(configure: options => options.AllowAnonymous = true). In Development the app starts without authorization.";
    }

    public static string WithoutServices(Endpoint endpoint) =>
        $"MapAgnt5Mcp found that {RouteOf(endpoint)} demands authorization, and that nothing in this app can enforce it. Call builder.Services.AddAuthorization(), and add an authentication scheme. " +
        "An app that does not build on WebApplication also needs app.UseAuthentication() and app.UseAuthorization(), after app.UseRouting() and before app.UseEndpoints().";

    public static string WithoutEnforcement(Endpoint? endpoint) =>
        $"MapAgnt5Mcp refused a request, and refuses every one like it: {RouteOf(endpoint)} demands authorization, and the app did not enforce it for this route. " +
        "Call app.UseAuthentication() and app.UseAuthorization() after app.UseRouting() and before app.UseEndpoints(), in the same branch and for every request. " +
        "Authorization does not count where it ran for another route, as before a rewrite of the path, or where ShortCircuit() skips it. " +
        "An IPolicyEvaluator or IAuthorizationService of your own must evaluate every requirement of the policy, with the HttpContext as its resource.";
}
