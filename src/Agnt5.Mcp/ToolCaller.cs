using System.Buffers;
using System.Security.Claims;
using System.Text.Json;
using Agnt5.Json;
using Agnt5.Primitives;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>Runs a tool for an MCP client: arguments in, content out. A failure of the tool is a result that a model can read, not a protocol error.</summary>
internal sealed class ToolCaller(ToolHost host, ToolListing listing, string serverName)
{
    /// <exception cref="McpProtocolException">No such tool is served.</exception>
    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var name = request.Params.Name;
        if (listing.Find(name) is not { } tool)
            throw new McpProtocolException($"There is no tool named '{CallerText.Shorten(name)}'.", McpErrorCode.InvalidParams);

        var options = new ToolCallOptions { Metadata = CallerMetadata.Of(serverName, name, user, request.Server.ClientInfo) };
        var result = await host.CallAsync(name, Write(request.Params.Arguments), options, cancellationToken).ConfigureAwait(false);
        if (result.Error is { } error)
            return new CallToolResult { Content = [new TextContentBlock { Text = error }], IsError = true };
        if (result.Json.IsEmpty)
            return new CallToolResult();

        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = ResultText.Of(result.Json.Span) }],
            StructuredContent = tool.OutputSchema is not null && result.Json.Span[0] == (byte)'{' ? Parse(result.Json.Span) : null,
        };
    }

    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return JsonElement.ParseValue(ref reader);
    }

    private static ReadOnlyMemory<byte> Write(IDictionary<string, JsonElement>? arguments)
    {
        if (arguments is null)
            return default;

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var (name, value) in arguments)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
