using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Agnt5.AspNetCore;

/// <summary>
/// Lets the endpoint answer what nothing else in the app answers. It comes after the program's whole pipeline, whenever the program adds to it, so that the program's
/// middleware runs for the protocol's routes as well.
/// </summary>
internal sealed partial class EndOfPipeline(ServerlessEndpoint endpoint, IOptions<AuthorizationOptions> authorization, ILogger<ServerlessEndpoint> logger) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        // Requests that match no route are subject to the policy, and a route alone could say that it needs no user.
        if (authorization.Value.FallbackPolicy is not null)
            LogFallbackPolicy(logger);
        // What the program maps into the host is its own.
        app.Use((context, rest) => context.GetEndpoint() is null ? HttpContextAdapter.HandleAsync(endpoint, context, PathOf(context)) : rest(context));
    };

    /// <summary>The path as it stands in the request line: not decoded, without query, and without the authority of an absolute-form target.</summary>
    private static string PathOf(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? target : target[..end];
        if (path.StartsWith('/'))
            return path;

        var authority = path.IndexOf("://", StringComparison.Ordinal);
        var start = authority < 0 ? -1 : path.IndexOf('/', authority + 3);
        return start < 0 ? path : path[start..];
    }

    [LoggerMessage(
        271,
        LogLevel.Warning,
        "The app's fallback policy demands a user for every request, and AGNT5 has none: it signs its requests. Use AddAgnt5 and MapAgnt5 in place of ServerlessHost.")]
    private static partial void LogFallbackPolicy(ILogger logger);
}
