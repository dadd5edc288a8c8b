using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>The refusal of a request: the HTTP status, and the JSON-RPC error with the reason.</summary>
internal sealed record McpRefusal(int Status, McpErrorCode Code, string Message)
{
    private static readonly JsonTypeInfo<JsonRpcError> ErrorType = McpJson.TypeInfo<JsonRpcError>();

    /// <summary>The id of the request, where it was read.</summary>
    public RequestId Id { get; init; }

    /// <summary>The methods that the route takes, for the status 405.</summary>
    public string Allow { get; init; } = HttpMethods.Post;

    /// <summary>Further data of the error.</summary>
    public object? Data { get; init; }

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (Status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = Allow;
        var error = new JsonRpcError { Id = Id, Error = new JsonRpcErrorDetail { Code = (int)Code, Message = Message, Data = Data } };
        return context.Response.WriteAsJsonAsync(error, ErrorType, contentType: null, context.RequestAborted);
    }
}
