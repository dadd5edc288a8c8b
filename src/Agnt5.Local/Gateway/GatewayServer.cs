using Agnt5.Local.Gateway.Access;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Gateway.Runs;
using Agnt5.Local.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Gateway;

/// <summary>The gateway of one app: it lets calls in, and answers whatever goes wrong with one of them. Nothing that a request holds throws past it.</summary>
/// <param name="local">The local AGNT5, which starts with the app.</param>
/// <param name="options">The options, checked.</param>
/// <param name="key">The key.</param>
/// <param name="logger">The log.</param>
/// <param name="stopping">Fires when the app stops.</param>
internal sealed class GatewayServer(LocalAgnt5Service local, LocalGatewayOptions options, ApiKey key, ILogger<GatewayServer> logger, CancellationToken stopping)
{
    private readonly AccessGuard _guard = new(key, options.AllowOtherMachines);

    public LocalGatewayOptions Options => options;

    public ApiKey Key => key;

    public TimeProvider Time => local.Time;

    /// <summary>The environment whose components are called.</summary>
    public string Environment => local.Options.Environment;

    public StreamLimit Streams { get; } = new(options.MaxStreams);

    /// <summary>The bodies of webhooks, until their signatures are known.</summary>
    public UnverifiedBytes Unverified { get; } = new();

    /// <summary>Fires when the app stops. Streams and waits end with it.</summary>
    public CancellationToken Stopping => stopping;

    /// <exception cref="GatewayException">It has not started, or has stopped.</exception>
    public LocalEngine Engine => local.Engine
        ?? throw new GatewayException(new GatewayRefusal(503, "GATEWAY_NOT_READY", "The local AGNT5 has not started yet. Try again in a moment.") { RetryAfterSeconds = 1 });

    /// <summary>Makes a route's handler of what answers a call.</summary>
    public RequestDelegate Handle(Func<GatewayCall, Task> answer) => http => AnswerAsync(http, _guard.Find(http), answer);

    /// <summary>The same for webhooks, whose senders have no key.</summary>
    public RequestDelegate HandleWebhook(Func<GatewayCall, Task> answer) => http => AnswerAsync(http, _guard.FindForWebhook(http), answer);

    private async Task AnswerAsync(HttpContext http, GatewayRefusal? refusal, Func<GatewayCall, Task> answer)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            if (refusal is null)
                await answer(new GatewayCall(http, this) { Ended = ended.Token }).ConfigureAwait(false);
        }
        catch (EngineException exception)
        {
            refusal = GatewayRefusal.Of(exception);
        }
        catch (GatewayException exception)
        {
            refusal = exception.Refusal;
        }
        catch (BadHttpRequestException exception)
        {
            // Kestrel says what is wrong with the request, and nothing of what is in it.
            refusal = new GatewayRefusal(exception.StatusCode, "BAD_REQUEST", exception.Message);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && ended.IsCancellationRequested)
        {
            refusal = new GatewayRefusal(503, "GATEWAY_STOPPING", "The local AGNT5 stops. Make the call again once it has started.") { RetryAfterSeconds = 1 };
        }
        catch (Exception exception)
        {
            GatewayLog.CallBroken(logger, exception, http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            refusal = new GatewayRefusal(500, "GATEWAY_ERROR", "The gateway made a mistake with this call. Its log says which. Please report this.");
        }

        if (refusal is null || http.RequestAborted.IsCancellationRequested)
            return;
        if (http.Response.HasStarted)
            http.Abort();
        else
            await JsonAnswer.RefuseAsync(http.Response, refusal).ConfigureAwait(false);
    }
}
