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
    /// Serves tools with <c>RequiresConfirmation</c> as well, annotated as destructive. The server asks nobody before such a tool runs; the client decides whether it asks a
    /// person. Default: <see langword="false"/>: such tools are left out.
    /// </summary>
    public bool IncludeToolsThatRequireConfirmation { get; set; }

    /// <summary>
    /// The origins of web pages that may call, such as <c>https://inspector.example.com</c>: scheme, host, and the port unless it is the scheme's default. Requests without an
    /// <c>Origin</c> header do not come from a web page and are not checked. Pages of <c>localhost</c> and of an IP address may call the very address that they came from. Default: none.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];
}
