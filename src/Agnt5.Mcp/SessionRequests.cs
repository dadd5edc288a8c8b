using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>Leads the messages of clients with a session to that session. Revisions without a handshake have no sessions.</summary>
internal sealed class SessionRequests(SessionTable sessions)
{
    private const string Header = "Mcp-Session-Id";

    private static readonly McpRefusal NotFound =
        new(StatusCodes.Status404NotFound, McpErrorCode.InvalidRequest, "There is no such session, or it has ended. Begin a new one with initialize.");

    private static readonly McpRefusal Full =
        new(StatusCodes.Status503ServiceUnavailable, McpErrorCode.InvalidRequest, "This server has as many sessions as it may have, and all are in use. Try again later.");

    private static readonly McpRefusal FullForUser =
        Full with { Message = "This server has as many sessions of this user as one may have, and all are in use. End one, or try again later." };

    /// <summary>Whether the message belongs to a session, or begins one. Other messages are served one by one.</summary>
    public static bool Concerns(JsonRpcMessage message, HttpRequest request) =>
        !ProtocolRevision.IsWithoutHandshake(request.Headers[ProtocolRevision.Header].ToString().Trim())
        && (request.Headers.ContainsKey(Header) || message is JsonRpcRequest { Method: RequestMethods.Initialize });

    /// <returns>Why the message is refused, or <see langword="null"/>.</returns>
    public async ValueTask<McpRefusal?> AnswerAsync(JsonRpcMessage message, HttpContext context)
    {
        var user = CallerIdentity.KeyOf(context.User);
        var begins = message is JsonRpcRequest { Method: RequestMethods.Initialize };
        if ((begins ? sessions.Begin(user) : sessions.Use(IdOf(context), user)) is not { } session)
            return !begins ? NotFound : sessions.IsFullFor(user) ? FullForUser : Full;

        try
        {
            if (message is not JsonRpcRequest request)
            {
                await session.TakeAsync(message).ConfigureAwait(false);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return null;
            }

            context.Response.Headers[Header] = session.Id;
            return await session.AnswerAsync(request, context).ConfigureAwait(false)
                ? null
                : new McpRefusal(StatusCodes.Status400BadRequest, McpErrorCode.InvalidRequest, "A request with this id is still being answered.") { Id = request.Id };
        }
        finally
        {
            sessions.Leave(session);
        }
    }

    /// <summary>Ends a session at the wish of its client.</summary>
    /// <returns>Why the request is refused, or <see langword="null"/>.</returns>
    public McpRefusal? End(HttpContext context)
    {
        if (sessions.Use(IdOf(context), CallerIdentity.KeyOf(context.User)) is not { } session)
            return NotFound;

        sessions.End(session);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    private static string IdOf(HttpContext context) => context.Request.Headers[Header].ToString();
}
