using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>Makes servers of the protocol library: one for a request that stands alone, or one for a session.</summary>
internal sealed class ToolServer(Implementation identity, ToolListing listing, ToolCaller caller)
{
    public static ToolServer Create(IServiceProvider services, ServerlessOptions serverless, Agnt5McpOptions options, TimeProvider time, ILogger logger)
    {
        var identity = new Implementation { Name = serverless.ServiceName ?? "agnt5", Version = serverless.ServiceVersion ?? SdkVersion.Value };
        var host = new ToolHost(services.GetRequiredService<ComponentCatalog>(), services, serverless);
        var listing = ToolListing.Create(host, options, logger);
        var approvals = new ToolApprovals(new ApprovalSeal(serverless, time));
        return new ToolServer(identity, listing, new ToolCaller(host, listing, approvals, new ToolContent(options.MaxResultBytes), identity.Name));
    }

    // The library would log whole messages at its finest level, so it is given no logger.
    public McpServer On(StreamableHttpServerTransport transport) => McpServer.Create(transport, new McpServerOptions
    {
        ServerInfo = identity,
        ScopeRequests = false,
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (request, _) => ValueTask.FromResult(listing.List(ToolApprovals.CanAsk(request.Server))),
            SubscriptionsListenHandler = static (_, _) => throw new McpProtocolException("Nothing here changes while it runs, so there is nothing to subscribe to.", McpErrorCode.MethodNotFound),
            CallToolHandler = caller.CallAsync,
        },
    });

    /// <summary>Answers one request with a server that lives as long as the request.</summary>
    public async Task AnswerAsync(JsonRpcRequest request, HttpContext context)
    {
        McpResponse.StartEventStream(context);
        var transport = new StreamableHttpServerTransport { Stateless = true };
        await using (transport.ConfigureAwait(false))
        {
            var server = On(transport);
            await using (server.ConfigureAwait(false))
            {
                var running = server.RunAsync(context.RequestAborted);
                await transport.HandlePostRequestAsync(request, context.Response.Body, first => McpResponse.ChooseStatus(context.Response, first), context.RequestAborted).ConfigureAwait(false);
                await transport.DisposeAsync().ConfigureAwait(false);
                await running.ConfigureAwait(false);
            }
        }
    }
}
