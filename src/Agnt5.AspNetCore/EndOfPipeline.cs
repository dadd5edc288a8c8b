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
    /// <summary>Whether nothing of the program comes before the endpoint. Known once the pipeline is built.</summary>
    public bool IsAlone { get; private set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        RequestDelegate? end = null;
        // The pipeline is put together from its end to its beginning.
        app.Use(pipeline =>
        {
            IsAlone = ReferenceEquals(pipeline, end);
            return pipeline;
        });
        next(app);
        // Requests that match no route are subject to the policy, and a route alone could say that it needs no user.
        if (authorization.Value.FallbackPolicy is not null)
            LogFallbackPolicy(logger);
        // What the program maps into the host is its own.
        app.Use(rest => end = context => context.GetEndpoint() is null ? HttpContextAdapter.HandleAsync(endpoint, context, PathOf(context)) : rest(context));
    };

    private static string PathOf(HttpContext context) => TargetPath.Of(context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "");

    [LoggerMessage(
        271,
        LogLevel.Warning,
        "The app's fallback policy demands a user for every request, and AGNT5 has none: it signs its requests. Use AddAgnt5 and MapAgnt5 in place of ServerlessHost.")]
    private static partial void LogFallbackPolicy(ILogger logger);
}
