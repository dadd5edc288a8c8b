namespace Agnt5;

/// <summary>What <c>MapAgnt5Mcp</c> serves, and to whom.</summary>
public sealed class Agnt5McpOptions
{
    /// <summary>
    /// Lets the app start outside Development although nothing in it demands authorization of MCP clients: for an app that only a gateway which
    /// authenticates them can reach. It takes no authorization away that the app demands. Default: <see langword="false"/>.
    /// </summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>
    /// Serves tools with <c>RequiresConfirmation</c> as well, annotated as destructive. Nobody on this side is asked before such a tool runs; whether a person is, is left
    /// to the client. Default: <see langword="false"/>, they are left out.
    /// </summary>
    public bool IncludeToolsThatRequireConfirmation { get; set; }

    /// <summary>
    /// The origins of web pages that may call, such as <c>https://inspector.example.com</c>: scheme, host, and the port where it is not the scheme's own. Requests without an
    /// <c>Origin</c> header do not come from a web page and are not held to this. Pages of <c>localhost</c> and of an IP address may call the very address that they came from. Default: none.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];
}
