using System.Text.Json.Nodes;

namespace Agnt5.Mcp.Tests.Hosting;

/// <summary>A call of revision 2026-07-28, written by hand.</summary>
public sealed record WireCall(string Tool, string? Arguments = "{}")
{
    private readonly JsonObject _more = [];

    /// <summary>Whether the client says that it asks people.</summary>
    public bool AsksPeople { get; init; } = true;

    /// <summary>Where it goes.</summary>
    public string Path { get; init; } = "/agnt5/mcp";

    /// <summary>What the server gave to the client to keep, and what the person said.</summary>
    public WireCall With(string? state, string? answer)
    {
        if (state is not null)
            _more["requestState"] = state;
        if (answer is not null)
            _more["inputResponses"] = JsonNode.Parse($$"""{"approval":{{answer}}}""");
        return this;
    }

    public Task<WireAnswer> SendAsync(McpApp app, params (string Name, string Value)[] headers)
    {
        var meta = new JsonObject
        {
            ["io.modelcontextprotocol/protocolVersion"] = "2026-07-28",
            ["io.modelcontextprotocol/clientInfo"] = new JsonObject { ["name"] = "c", ["version"] = "1" },
            ["io.modelcontextprotocol/clientCapabilities"] = AsksPeople ? new JsonObject { ["elicitation"] = new JsonObject() } : [],
        };
        var parameters = new JsonObject { ["name"] = Tool, ["_meta"] = meta };
        if (Arguments is not null)
            parameters["arguments"] = JsonNode.Parse(Arguments);
        foreach (var (name, value) in _more)
            parameters[name] = value?.DeepClone();
        var body = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 1, ["method"] = "tools/call", ["params"] = parameters };
        return WireAnswer.PostToAsync(
            app, Path, body.ToJsonString(), "application/json", [("MCP-Protocol-Version", "2026-07-28"), ("Mcp-Method", "tools/call"), ("Mcp-Name", Tool), .. headers]);
    }
}
