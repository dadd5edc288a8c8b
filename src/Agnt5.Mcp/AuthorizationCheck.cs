using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;

namespace Agnt5.Mcp;

/// <summary>
/// Keeps an app from running its tools for anybody. The start finds what can be known then. Each request is checked again, because only a request shows whether the
/// app's pipeline enforces what the route demands.
/// </summary>
internal sealed class AuthorizationCheck(Agnt5McpOptions options, AuthorizationMark mark, ILogger logger)
{
    private static readonly McpRefusal NotInForce = new(
        StatusCodes.Status500InternalServerError, McpErrorCode.InternalError, "This server's authorization is not in force, so it serves nobody. Its log has the reason.");

    private bool _hasExplained;

    /// <exception cref="InvalidOperationException">Nothing demands authorization, or nothing can enforce it; the message names the fixes.</exception>
    public void Check(IServiceProvider services)
    {
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (!endpoint.Metadata.Contains(mark))
                continue;

            // A provider may take time to fetch its policies. The start waits for it once.
            if (AuthorizationDemand.IsMadeAsync(endpoint.Metadata, services).AsTask().GetAwaiter().GetResult())
            {
                if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(IPolicyEvaluator)) is false)
                    throw new InvalidOperationException(AuthorizationAdvice.WithoutServices(endpoint));
                continue;
            }

            if (!MayServeAnybody(services))
                throw new InvalidOperationException(AuthorizationAdvice.WithoutDemand(endpoint));
            McpLog.ServedToAnybody(logger, AuthorizationAdvice.RouteOf(endpoint));
        }
    }

    /// <returns>Why the request is refused, or <see langword="null"/>.</returns>
    public async ValueTask<McpRefusal?> RefuseAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        var isDemanded = endpoint is not null && await AuthorizationDemand.IsMadeAsync(endpoint.Metadata, context.RequestServices).ConfigureAwait(false);
        if (isDemanded ? mark.IsOn(context) : MayServeAnybody(context.RequestServices))
            return null;

        // Anybody can cause it any number of times, and it stays true until the app is changed. So one line is enough.
        if (!Interlocked.Exchange(ref _hasExplained, true))
            McpLog.NotInForce(logger, isDemanded ? AuthorizationAdvice.WithoutEnforcement(endpoint) : AuthorizationAdvice.WithoutDemand(endpoint));
        return NotInForce;
    }

    private bool MayServeAnybody(IServiceProvider services) => options.AllowAnonymous || services.GetRequiredService<IHostEnvironment>().IsDevelopment();
}
