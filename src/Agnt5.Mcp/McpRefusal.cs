using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>A request that no tool is asked about: the HTTP status, and the JSON-RPC error that says why.</summary>
internal sealed record McpRefusal(int Status, McpErrorCode Code, string Message)
{
    private static readonly JsonTypeInfo<JsonRpcError> ErrorType = McpJson.TypeInfo<JsonRpcError>();

    /// <summary>The id of the request, where it was read.</summary>
    public RequestId Id { get; init; }

    /// <summary>What the error says beside its message.</summary>
    public object? Data { get; init; }

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (Status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.Post;
        var error = new JsonRpcError { Id = Id, Error = new JsonRpcErrorDetail { Code = (int)Code, Message = Message, Data = Data } };
        return context.Response.WriteAsJsonAsync(error, ErrorType, contentType: null, context.RequestAborted);
    }
}
