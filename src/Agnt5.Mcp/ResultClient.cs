using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>What a client can do with a large result.</summary>
/// <param name="Results">Where its results are kept, or <see langword="null"/>.</param>
/// <param name="ReadsLinks">Whether its revision has links to resources in results.</param>
internal sealed record ResultClient(IResultStore? Results, bool ReadsLinks)
{
    public static ResultClient Of(RequestContext<CallToolRequestParams> request, IResultStore? results) =>
        new(results, ProtocolRevision.HasResourceLinks(request.JsonRpcRequest.Context?.ProtocolVersion ?? request.Server.NegotiatedProtocolVersion));
}
