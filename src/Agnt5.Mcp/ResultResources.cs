using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>Serves the large results of one user as resources.</summary>
internal sealed class ResultResources(IResultStore results)
{
    public ValueTask<ListResourcesResult> ListAsync(RequestContext<ListResourcesRequestParams> request, CancellationToken cancellationToken) => new(new ListResourcesResult
    {
        Resources = [.. results.List().Select(static large => new Resource { Uri = large.Uri, Name = large.Tool, MimeType = ResultUri.MimeTypeOf(large.Uri), Size = large.Text.Length })],
        CacheScope = CacheScope.Private,
    });

    /// <exception cref="McpProtocolException">This user has no such result, or has it no longer.</exception>
    public async ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken)
    {
        var uri = request.Params.Uri;
        if (await results.FindAsync(uri, cancellationToken).ConfigureAwait(false) is not { } text)
            throw new McpProtocolException("There is no such resource, or it is no longer kept.", ProtocolRevision.ResourceNotFound(request.JsonRpcRequest.Context?.ProtocolVersion));

        return new ReadResourceResult
        {
            Contents = [new TextResourceContents { Uri = uri, MimeType = ResultUri.MimeTypeOf(uri), Text = Encoding.UTF8.GetString(text) }],
            CacheScope = CacheScope.Private,
        };
    }
}
