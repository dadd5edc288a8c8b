namespace Agnt5;

/// <summary>
/// The caller who started a run through a tool call on a hosted MCP server (protocol section 6). AGNT5 has verified these values; none of them is a credential. Values that AGNT5 did not send
/// are empty.
/// </summary>
/// <param name="Server">The MCP server.</param>
/// <param name="Tool">The tool that was called.</param>
/// <param name="Subject">The authenticated subject.</param>
/// <param name="AuthMethod">How the subject was authenticated.</param>
/// <param name="Client">The MCP client.</param>
public sealed record Caller(string Server, string Tool, string Subject, string AuthMethod, string Client)
{
    private const string TriggerTypeKey = "trigger_type";
    private const string TriggerType = "mcp";
    private const string ServerKey = "mcp.server";
    private const string ToolKey = "mcp.tool";
    private const string SubjectKey = "mcp.subject";
    private const string AuthMethodKey = "mcp.auth_method";
    private const string ClientKey = "mcp.client";

    internal static Caller? From(IReadOnlyDictionary<string, string> metadata)
    {
        return Field(TriggerTypeKey) == TriggerType && Field(ServerKey) is not ""
            ? new Caller(Field(ServerKey), Field(ToolKey), Field(SubjectKey), Field(AuthMethodKey), Field(ClientKey))
            : null;

        string Field(string name) => metadata.GetValueOrDefault(name, "");
    }

    /// <summary>The metadata that <see cref="From"/> reads.</summary>
    internal IReadOnlyDictionary<string, string> ToMetadata() => new Dictionary<string, string>
    {
        [TriggerTypeKey] = TriggerType,
        [ServerKey] = Server,
        [ToolKey] = Tool,
        [SubjectKey] = Subject,
        [AuthMethodKey] = AuthMethod,
        [ClientKey] = Client,
    };
}
