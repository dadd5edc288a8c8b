namespace Agnt5;

/// <summary>
/// Who started a run through a tool call on a hosted MCP server (protocol section 6). AGNT5 verified it; nothing here is a credential. What AGNT5 did not send is empty.
/// </summary>
/// <param name="Server">The MCP server.</param>
/// <param name="Tool">The tool that was called.</param>
/// <param name="Subject">The authenticated subject.</param>
/// <param name="AuthMethod">How the subject was authenticated.</param>
/// <param name="Client">The MCP client.</param>
public sealed record Caller(string Server, string Tool, string Subject, string AuthMethod, string Client)
{
    internal static Caller? From(IReadOnlyDictionary<string, string> metadata)
    {
        return Field("trigger_type") == "mcp" && Field("mcp.server") is not ""
            ? new Caller(Field("mcp.server"), Field("mcp.tool"), Field("mcp.subject"), Field("mcp.auth_method"), Field("mcp.client"))
            : null;

        string Field(string name) => metadata.GetValueOrDefault(name, "");
    }
}
