using Agnt5.Primitives;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>
/// The entrance: takes one HTTP request, and refuses it or has a new server answer it. Nothing is remembered between two requests, so any process of the app can
/// answer any request.
/// </summary>
internal sealed class McpEndpoint(ServerlessOptions serverless, AuthorizationCheck authorization, OriginCheck origins, ToolServer tools, TimeProvider time, ILogger<McpEndpoint> logger)
{
    private readonly McpRequestReader _reader = new(serverless.MaxRequestBodyBytes, serverless.RequestBodyTimeout, time);
    private readonly KillSwitch _switch = new(serverless, time, logger);
    private readonly LineTally _lines = new(time, (kind, count) => McpLog.RefusedMore(logger, count, kind));

    public static McpEndpoint Create(IServiceProvider services, Agnt5McpOptions options, AuthorizationCheck authorization)
    {
        var serverless = services.GetRequiredService<IOptions<ServerlessOptions>>().Value;
        var logger = services.GetRequiredService<ILogger<McpEndpoint>>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        return new McpEndpoint(serverless, authorization, new OriginCheck(options.AllowedOrigins), ToolServer.Create(services, serverless, options, logger), time, logger);
    }

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            // Before anything else of the request is looked at. The check says itself in the log what is wrong with the app.
            if (await authorization.RefuseAsync(context).ConfigureAwait(false) is { } unguarded)
            {
                await unguarded.WriteAsync(context).ConfigureAwait(false);
                return;
            }

            if (await AnswerAsync(context).ConfigureAwait(false) is { } refusal)
            {
                Log(refusal);
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

        // This server remembers nothing and asks nothing, so it has no use for notifications and responses.
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

    /// <summary>Logs why a request was refused: a line for the first of a kind, and a number for those that follow. Anybody can be refused any number of times.</summary>
    private void Log(McpRefusal refusal)
    {
        // Clients of the revisions with a handshake ask for a stream each time they connect.
        if (refusal.Status == StatusCodes.Status405MethodNotAllowed)
            return;

        if (_lines.IsFirst($"{refusal.Status} {refusal.Code}"))
            McpLog.Refused(logger, refusal.Status, refusal.Code, refusal.Message);
        else
            McpLog.RefusedAgain(logger, refusal.Status, refusal.Code, refusal.Message);
    }

    private McpRefusal? RefuseUnread(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return Refuse(StatusCodes.Status405MethodNotAllowed, "Send a POST. This server has no sessions, and no stream to GET.");
        if (_switch.Refuse(request.HttpContext) is { } off)
            return new McpRefusal(off.Status, off.Status == StatusCodes.Status503ServiceUnavailable ? McpErrorCode.InvalidRequest : McpErrorCode.InternalError, off.Message);
        if (!origins.Allows(request))
            return Refuse(StatusCodes.Status403Forbidden, "This web page's origin may not call this server. The app can allow it with Agnt5McpOptions.AllowedOrigins.");
        // With some other content types, a page of another origin could send the request without a preflight.
        if (!request.HasJsonContentType())
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "Send the message as application/json.");
        return AcceptsEvents(request) ? null : Refuse(StatusCodes.Status406NotAcceptable, "Accept application/json and text/event-stream.");
    }

    private static McpRefusal Refuse(int status, string message) => new(status, McpErrorCode.InvalidRequest, message);

    private static bool AcceptsEvents(HttpRequest request) =>
        request.Headers.Accept.Count == 0 || request.GetTypedHeaders().Accept.Any(static (MediaTypeHeaderValue accepted) => accepted.MatchesMediaType("text/event-stream"));
}
