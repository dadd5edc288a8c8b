using System.Security.Claims;
using System.Text.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>Runs a tool for an MCP client: arguments in, content out. A failure of the tool is a result that a model can read, not a protocol error.</summary>
internal sealed class ToolCaller(ToolHost host, ToolListing listing, ToolApprovals approvals, ToolContent content, ResultLinks links, string serverName, ILogger logger)
{
    /// <param name="request">The call.</param>
    /// <param name="results">Where a large result is kept, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Fires when the client leaves.</param>
    /// <exception cref="McpProtocolException">No such tool is served.</exception>
    /// <exception cref="InputRequiredException">A person has to be asked first.</exception>
    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, IResultStore? results, CancellationToken cancellationToken)
    {
        var user = request.User ?? new ClaimsPrincipal();
        if (listing.Find(request.Params.Name, ToolApprovals.CanAsk(request.Server)) is not { } tool)
            throw new McpProtocolException($"There is no tool named '{CallerText.Shorten(request.Params.Name)}'.", McpErrorCode.InvalidParams);

        var scope = CallScope.Of(request.JsonRpcRequest);
        using var stop = new ToolStop(tool.Name, logger, cancellationToken, scope.Listening);
        var arguments = Write(request.Params.Arguments);
        var asked = new AskedCall(serverName, scope.Path, tool.Name, arguments, CallerIdentity.KeyOf(user));
        if (tool.NeedsApproval && await approvals.FindRefusalAsync(asked, request, stop.Token).ConfigureAwait(false) is { } refusal)
            return ToolContent.Failure(refusal);

        var input = tool.InputOf(arguments);
        var metadata = CallerMetadata.Of(serverName, tool.Name, user, request.Server.ClientInfo);
        var result = await RunAsync(request, tool.Name, input, metadata, stop.Token).ConfigureAwait(false);
        return await links.ShortenAsync(content.Of(result, tool), result, tool.Description.Name, ResultClient.Of(request, results), stop.Token).ConfigureAwait(false);
    }

    private async ValueTask<ToolResult> RunAsync(
        RequestContext<CallToolRequestParams> request, string tool, byte[] input, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        if (ToolProgress.For(request, cancellationToken) is not { } progress)
            return await host.CallAsync(tool, input, new ToolCallOptions { Metadata = metadata }, cancellationToken).ConfigureAwait(false);

        await using (progress.ConfigureAwait(false))
            return await host.CallAsync(tool, input, new ToolCallOptions { Metadata = metadata, OnEvent = progress.Take }, cancellationToken).ConfigureAwait(false);
    }

    // No arguments are none, however the client writes that.
    private static byte[] Write(IDictionary<string, JsonElement>? arguments) => JsonBytes.Write(arguments, static (writer, members) =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members ?? new Dictionary<string, JsonElement>())
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    });
}
