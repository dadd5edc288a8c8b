using Agnt5.AspNetCore;
using Agnt5.Primitives;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>
/// The entrance: takes one HTTP request, and refuses it or has a server answer it. Unless the app wants sessions, nothing is remembered between two requests, so any process of the app can
/// answer any request.
/// </summary>
internal sealed class McpEndpoint(
    ServerlessOptions serverless, AuthorizationCheck authorization, OriginCheck origins, ToolServer tools, SessionRequests? sessions, TimeProvider time, ILogger<McpEndpoint> logger)
{
    private static readonly McpRefusal WithoutSessions = Refuse(StatusCodes.Status405MethodNotAllowed, "Send a POST. This server has no sessions, and no stream to GET.");
    private static readonly McpRefusal WithSessions =
        Refuse(StatusCodes.Status405MethodNotAllowed, "Send a POST, or a DELETE to end a session. This server has no stream to GET.") with { Allow = "POST, DELETE" };

    private readonly McpRequestReader _reader = new(serverless.MaxRequestBodyBytes, serverless.RequestBodyTimeout, time);
    private readonly KillSwitch _switch = new(serverless, time, logger);
    private readonly LineTally _lines = new(time, (kind, count) => McpLog.RefusedMore(logger, count, kind));

    public static McpEndpoint Create(IServiceProvider services, Agnt5McpOptions options, AuthorizationCheck authorization)
    {
        var serverless = services.GetRequiredService<IOptions<ServerlessOptions>>().Value;
        var logger = services.GetRequiredService<ILogger<McpEndpoint>>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var tools = ToolServer.Create(services, serverless, options, time, logger);
        return new McpEndpoint(serverless, authorization, new OriginCheck(options.AllowedOrigins), tools, SessionsOf(services, tools, options, time, logger), time, logger);
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

    private static SessionRequests? SessionsOf(IServiceProvider services, ToolServer tools, Agnt5McpOptions options, TimeProvider time, ILogger logger)
    {
        if (!options.Stateful)
            return null;

        var sessions = new SessionTable(tools, options, time, logger);
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(sessions.EndAll);
        return new SessionRequests(sessions);
    }

    private async ValueTask<McpRefusal?> AnswerAsync(HttpContext context)
    {
        if (RefuseUnread(context.Request) is { } unread)
            return unread;
        if (!HttpMethods.IsPost(context.Request.Method))
            return sessions!.End(context);

        var (message, unreadable) = await _reader.ReadAsync(context).ConfigureAwait(false);
        if (message is null)
            return unreadable;

        if (message is JsonRpcRequest asked && Refuse(asked, context.Request.Headers) is { } malformed)
            return malformed;

        var revision = context.Request.Headers[ProtocolRevision.Header].ToString().Trim();
        message.Context = new JsonRpcMessageContext { ProtocolVersion = revision.Length == 0 ? null : revision, User = context.User };
        if (sessions is not null && SessionRequests.Concerns(message, context.Request))
            return await sessions.AnswerAsync(message, context).ConfigureAwait(false);

        // Without a session, nobody remembers what notifications and responses are about.
        if (message is JsonRpcRequest request)
            await tools.AnswerAsync(request, context).ConfigureAwait(false);
        else
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        return null;
    }

    private static McpRefusal? Refuse(JsonRpcRequest request, IHeaderDictionary headers)
    {
        var (parameters, malformed) = RequestParameters.Read(request);
        return parameters is null ? malformed : RequestHeaders.Check(request, parameters, headers);
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
        var ends = sessions is not null && HttpMethods.IsDelete(request.Method);
        if (!ends && !HttpMethods.IsPost(request.Method))
            return sessions is null ? WithoutSessions : WithSessions;
        if (_switch.Refuse(new HttpContextRequest(request, "")) is { } off)
            return new McpRefusal(off.Status, off.Status == StatusCodes.Status503ServiceUnavailable ? McpErrorCode.InvalidRequest : McpErrorCode.InternalError, off.Message);
        if (!origins.Allows(request))
            return Refuse(StatusCodes.Status403Forbidden, "This web page's origin may not call this server. The app can allow it with Agnt5McpOptions.AllowedOrigins.");
        if (ends)
            return null;
        // With some other content types, a page of another origin could send the request without a preflight.
        if (!request.HasJsonContentType())
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "Send the message as application/json.");
        return AcceptsEvents(request) ? null : Refuse(StatusCodes.Status406NotAcceptable, "Accept application/json and text/event-stream.");
    }

    private static McpRefusal Refuse(int status, string message) => new(status, McpErrorCode.InvalidRequest, message);

    private static bool AcceptsEvents(HttpRequest request) =>
        request.Headers.Accept.Count == 0 || request.GetTypedHeaders().Accept.Any(static (MediaTypeHeaderValue accepted) => accepted.MatchesMediaType("text/event-stream"));
}
