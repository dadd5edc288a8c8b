namespace Agnt5;

/// <summary>Options of <c>MapAgnt5Mcp</c>: which tools it serves, and to whom.</summary>
public sealed class Agnt5McpOptions
{
    /// <summary>
    /// Lets the app start outside Development although it demands no authorization of MCP clients. Set it for an app that only an authenticating
    /// gateway can reach. Authorization that the app demands stays in force. Default: <see langword="false"/>.
    /// </summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>
    /// Serves tools with <c>RequiresConfirmation</c> to every client, annotated as destructive. The server asks nobody before such a tool runs; the client decides whether it asks a
    /// person. Default: <see langword="false"/>: only clients that ask a person at the server's wish (elicitation) get such tools, and each call needs the person's approval.
    /// </summary>
    public bool IncludeToolsThatRequireConfirmation { get; set; }

    /// <summary>
    /// The most bytes that the result of a tool may have as JSON. A larger one becomes an error that says so. Default: 1 MiB.
    /// </summary>
    public long MaxResultBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// The most bytes of UTF-8, from 1, that the text of a result without structured content has within the answer of a call. A larger one, up to <see cref="MaxResultBytes"/>, is kept, and the
    /// answer has its beginning and a link to a resource, which the user who called can read. It is kept in the session, or for an hour in the app's <c>IDistributedCache</c> for clients without
    /// one. Where there is neither, it is in the answer. Default: <see langword="null"/>: every result is in the answer.
    /// </summary>
    public long? MaxInlineResultBytes { get; set; }

    /// <summary>
    /// Gives clients of the revisions up to 2025-11-25 a session. Then the server can ask a person for approval through them, and they can cancel a call. A session lives in one
    /// process, so all requests of a client have to reach the same one. Later revisions have no sessions and need none. Default: <see langword="false"/>: any process answers any request.
    /// </summary>
    public bool Stateful { get; set; }

    /// <summary>The most sessions at one time, from 1. One more ends the session that has been idle for the longest time. Default: 1,000.</summary>
    public int MaxSessions { get; set; } = 1000;

    /// <summary>
    /// The most sessions that one user has at one time, from 1. One more ends the user's session that has been idle for the longest time, and is refused while all of them are in use. Callers who
    /// are not signed in have no such limit. Default: 100.
    /// </summary>
    public int MaxSessionsPerUser { get; set; } = 100;

    /// <summary>How long a session lives without a request, and how long a question to a person stays open in it. Default: 30 minutes.</summary>
    public TimeSpan SessionIdleTime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The origins of web pages that may call, such as <c>https://inspector.example.com</c>: scheme, host, and the port unless it is the scheme's default. Requests without an
    /// <c>Origin</c> header do not come from a web page and are not checked. Pages of <c>localhost</c> and of an IP address may call the very address that they came from. Default: none.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <exception cref="InvalidOperationException">An option cannot work; the message names it.</exception>
    internal void Check()
    {
        if (MaxResultBytes < 1)
            throw new InvalidOperationException("MapAgnt5Mcp found that the option MaxResultBytes is below 1. Set a number of bytes, for example 1024 * 1024.");
        if (MaxInlineResultBytes < 1 || MaxInlineResultBytes >= MaxResultBytes)
            throw new InvalidOperationException("MapAgnt5Mcp found that the option MaxInlineResultBytes is below 1, or is not below MaxResultBytes. Set for example 64 * 1024, or leave it null.");
        if (MaxSessions < 1)
            throw new InvalidOperationException("MapAgnt5Mcp found that the option MaxSessions is below 1. Set how many sessions there may be, or leave Stateful off.");
        if (MaxSessionsPerUser < 1)
            throw new InvalidOperationException("MapAgnt5Mcp found that the option MaxSessionsPerUser is below 1. Set how many sessions one user may have, or leave Stateful off.");
        if (SessionIdleTime <= TimeSpan.Zero || SessionIdleTime.TotalDays > 40)
            throw new InvalidOperationException("MapAgnt5Mcp found that the option SessionIdleTime is not above zero, or is above 40 days. Set for example 30 minutes.");
    }
}
