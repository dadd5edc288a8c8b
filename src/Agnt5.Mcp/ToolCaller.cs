using System.Security.Claims;
using System.Text.Json;
using Agnt5.Primitives;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>Runs a tool for an MCP client: arguments in, content out. A failure of the tool is a result that a model can read, not a protocol error.</summary>
internal sealed class ToolCaller(ToolHost host, ToolListing listing, ToolApprovals approvals, ToolContent content, string serverName)
{
    /// <exception cref="McpProtocolException">No such tool is served.</exception>
    /// <exception cref="InputRequiredException">A person has to be asked first.</exception>
    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var user = request.User ?? new ClaimsPrincipal();
        if (listing.Find(request.Params.Name, ToolApprovals.CanAsk(request.Server)) is not { } tool)
            throw new McpProtocolException($"There is no tool named '{CallerText.Shorten(request.Params.Name)}'.", McpErrorCode.InvalidParams);

        var arguments = Write(request.Params.Arguments);
        if (tool.NeedsApproval && approvals.FindRefusal(new AskedCall(tool.Name, arguments, CallerIdentity.KeyOf(user)), request.Params) is { } refusal)
            return ToolContent.Failure(refusal);

        var input = tool.InputOf(arguments);
        var metadata = CallerMetadata.Of(serverName, tool.Name, user, request.Server.ClientInfo);
        if (ToolProgress.For(request, cancellationToken) is not { } progress)
            return content.Of(await host.CallAsync(tool.Name, input, new ToolCallOptions { Metadata = metadata }, cancellationToken).ConfigureAwait(false), tool);

        await using (progress.ConfigureAwait(false))
        {
            var options = new ToolCallOptions { Metadata = metadata, OnEvent = progress.Take };
            return content.Of(await host.CallAsync(tool.Name, input, options, cancellationToken).ConfigureAwait(false), tool);
        }
    }

    private static byte[] Write(IDictionary<string, JsonElement>? arguments) => arguments is null ? [] : JsonBytes.Write(arguments, static (writer, members) =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    });
}
