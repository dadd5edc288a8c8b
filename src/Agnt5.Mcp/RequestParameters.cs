using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Primitives;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>The params of a request that are checked before the protocol library reads it.</summary>
/// <param name="Revision">The revision of the protocol, where the request describes itself.</param>
/// <param name="Tool">The name of the tool that is called.</param>
internal sealed record RequestParameters(string? Revision, string? Tool)
{
    /// <returns>The parameters, or why the request is refused.</returns>
    public static (RequestParameters? Parameters, McpRefusal? Refusal) Read(JsonRpcRequest request)
    {
        try
        {
            // The protocol library reads these before it answers, and throws.
            if (request.Method == RequestMethods.Initialize && !IsReadable(request.Params))
                return (null, Refuse(request, "params must name the protocol's version, the client's capabilities and the client"));

            var members = request.Params as JsonObject;
            var name = Text(members?["name"]);
            if (request.Method == RequestMethods.ToolsCall && (name is null || members?["arguments"] is not (null or JsonObject)))
                return (null, Refuse(request, "params must be an object with the tool's name as a text, and its arguments, if any, as an object"));
            return (new RequestParameters(Text((members?["_meta"] as JsonObject)?[MetaKeys.ProtocolVersion]), name), null);
        }
        catch (ArgumentException)
        {
            return (null, Refuse(request, "a member of params occurs twice"));
        }
    }

    private static bool IsReadable(JsonNode? parameters)
    {
        try
        {
            return JsonSerializer.Deserialize(parameters, McpJson.TypeInfo<InitializeRequestParams>()) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    // Status 200, like the library's own errors: clients of the revisions with a handshake read errors from no other status.
    private static McpRefusal Refuse(JsonRpcRequest request, string problem) =>
        new(StatusCodes.Status200OK, McpErrorCode.InvalidParams, $"{CallerText.Shorten(request.Method)}: {problem}.") { Id = request.Id };
}
