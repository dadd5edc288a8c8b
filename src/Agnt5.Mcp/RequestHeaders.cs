using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>
/// Checks that a request's headers agree with its body. Since revision 2026-07-28 gateways route and authorize by headers that repeat what the body says, so a server must not let
/// the two differ.
/// </summary>
internal static class RequestHeaders
{
    private const string Method = "Mcp-Method";
    private const string Name = "Mcp-Name";

    /// <returns>Why the request is refused, or <see langword="null"/>.</returns>
    public static McpRefusal? Check(JsonRpcRequest request, RequestParameters parameters, IHeaderDictionary headers)
    {
        var revision = Text(headers, ProtocolRevision.Header);
        if (revision is not null && !ProtocolRevision.Served.Contains(revision))
        {
            return new McpRefusal(
                StatusCodes.Status400BadRequest, McpErrorCode.UnsupportedProtocolVersion, $"This server does not serve the revision that {ProtocolRevision.Header} names.")
            {
                Id = request.Id,
                Data = McpJson.Node(ProtocolRevision.NotServed(revision)),
            };
        }

        if (!ProtocolRevision.IsWithoutHandshake(revision) && !ProtocolRevision.IsWithoutHandshake(parameters.Revision))
            return null;
        if (revision != parameters.Revision)
            return Mismatch(request, ProtocolRevision.Header);
        if (Text(headers, Method) != request.Method)
            return Mismatch(request, Method);
        var hasSubject = request.Method is RequestMethods.ToolsCall or RequestMethods.ResourcesRead;
        return !hasSubject || Decoded(Text(headers, Name)) == parameters.Subject ? null : Mismatch(request, Name);
    }

    private static McpRefusal Mismatch(JsonRpcRequest request, string header) =>
        new(StatusCodes.Status400BadRequest, McpErrorCode.HeaderMismatch, $"The header {header} is missing or differs from the request's body.") { Id = request.Id };

    // Names that are not ASCII come encoded. A value that cannot be decoded equals no name.
    private static string? Decoded(string? value) => value is null ? null : McpHeaderEncoder.DecodeValue(value);

    private static string? Text(IHeaderDictionary headers, string name) => headers.TryGetValue(name, out var value) ? value.ToString().Trim() : null;
}
