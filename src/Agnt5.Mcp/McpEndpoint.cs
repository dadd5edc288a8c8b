using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>
/// The door: takes one HTTP request, refuses what is no call, and hands the rest to a server of its own. Nothing is remembered between two requests, so any process of
/// the app can answer any of them.
/// </summary>
internal sealed class McpEndpoint(ServerlessOptions serverless, OriginCheck origins, ToolServer tools, ILogger<McpEndpoint> logger)
{
    private readonly McpRequestReader _reader = new(serverless.MaxRequestBodyBytes);

    public static McpEndpoint Create(IServiceProvider services, Agnt5McpOptions options)
    {
        var serverless = services.GetRequiredService<IOptions<ServerlessOptions>>().Value;
        var logger = services.GetRequiredService<ILogger<McpEndpoint>>();
        return new McpEndpoint(serverless, new OriginCheck(options.AllowedOrigins), ToolServer.Create(services, serverless, options, logger), logger);
    }

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (await AnswerAsync(context).ConfigureAwait(false) is { } refusal)
            {
                // Clients of the revisions with a handshake ask for a stream each time that they connect.
                if (refusal.Status != StatusCodes.Status405MethodNotAllowed)
                    McpLog.Refused(logger, refusal.Status, refusal.Code, refusal.Message);
                await refusal.WriteAsync(context).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; there is nobody to answer.
        }
    }

    private async ValueTask<McpRefusal?> AnswerAsync(HttpContext context)
    {
        if (RefuseUnread(context.Request) is { } unread)
            return unread;

        var (message, unreadable) = await _reader.ReadAsync(context).ConfigureAwait(false);
        if (message is null)
            return unreadable;

        // A notification tells a server that remembers; a response answers one that asks.
        if (message is not JsonRpcRequest request)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return null;
        }

        var (parameters, malformed) = RequestParameters.Read(request);
        if (parameters is null)
            return malformed;
        if (RequestHeaders.Check(request, parameters, context.Request.Headers) is { } contradiction)
            return contradiction;

        await tools.AnswerAsync(request, context).ConfigureAwait(false);
        return null;
    }

    private McpRefusal? RefuseUnread(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return Refuse(StatusCodes.Status405MethodNotAllowed, "This server answers each POST by itself. It has no sessions, and no stream to GET.");
        if (!KillSwitch.IsOn(serverless, request.HttpContext))
            return Refuse(StatusCodes.Status503ServiceUnavailable, "The AGNT5 endpoint is switched off.");
        if (!origins.Allows(request))
            return Refuse(StatusCodes.Status403Forbidden, "This web page's origin may not call here. An app allows it with Agnt5McpOptions.AllowedOrigins.");
        // A page of another origin can send any other type without asking first.
        if (!request.HasJsonContentType())
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "Send the message as application/json.");
        return AcceptsEvents(request) ? null : Refuse(StatusCodes.Status406NotAcceptable, "Accept application/json and text/event-stream.");
    }

    private static McpRefusal Refuse(int status, string message) => new(status, McpErrorCode.InvalidRequest, message);

    private static bool AcceptsEvents(HttpRequest request) =>
        request.Headers.Accept.Count == 0 || request.GetTypedHeaders().Accept.Any(static (MediaTypeHeaderValue accepted) => accepted.MatchesMediaType("text/event-stream"));
}
