using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>Makes servers of the protocol library: one for a request that stands alone, or one for a session.</summary>
internal sealed class ToolServer(Implementation identity, ToolListing listing, ToolCaller caller, ResultStores stores)
{
    public static ToolServer Create(IServiceProvider services, ServerlessOptions serverless, Agnt5McpOptions options, TimeProvider time, ILogger logger)
    {
        var identity = new Implementation { Name = serverless.ServiceName ?? "agnt5", Version = serverless.ServiceVersion ?? SdkVersion.Value };
        var host = new ToolHost(services.GetRequiredService<ComponentCatalog>(), services, serverless);
        var listing = ToolListing.Create(host, options, logger);
        var approvals = new ToolApprovals(new ApprovalSeal(serverless, time), new SpentApprovals(serverless, time, logger), options.SessionIdleTime, time);
        var caller = new ToolCaller(host, listing, approvals, new ToolContent(options.MaxResultBytes), new ResultLinks(options.MaxInlineResultBytes), identity.Name, logger);
        return new ToolServer(identity, listing, caller, ResultStores.Create(services, options, time, logger));
    }

    /// <summary>Makes a server for a new session.</summary>
    /// <param name="transport">What the session's messages come by.</param>
    /// <param name="owner">Whose session it is (<see cref="CallerIdentity.KeyOf"/>).</param>
    /// <returns>The server, and the large results that it keeps, if any.</returns>
    public (McpServer Server, SessionResults? Results) OfSession(StreamableHttpServerTransport transport, string owner)
    {
        var results = stores.OfSession(owner);
        return (On(transport, results), results);
    }

    /// <summary>Answers one request with a server that lives as long as the request.</summary>
    public async Task AnswerAsync(JsonRpcRequest request, HttpContext context)
    {
        McpResponse.StartEventStream(context);
        new CallScope(CallScope.PathOf(context.Request), context.RequestAborted).PutInto(request);
        var transport = new StreamableHttpServerTransport { Stateless = true };
        await using (transport.ConfigureAwait(false))
        {
            var server = On(transport, stores.Of(context.User));
            await using (server.ConfigureAwait(false))
            {
                var running = server.RunAsync(context.RequestAborted);
                await transport.HandlePostRequestAsync(request, context.Response.Body, first => McpResponse.ChooseStatus(context.Response, first), context.RequestAborted).ConfigureAwait(false);
                await transport.DisposeAsync().ConfigureAwait(false);
                await running.ConfigureAwait(false);
            }
        }
    }

    // The library would log whole messages at its finest level, so it is given no logger.
    private McpServer On(StreamableHttpServerTransport transport, IResultStore? results)
    {
        // The capability follows from the handlers: clients see resources only where results are kept.
        var resources = results is null ? null : new ResultResources(results);
        return McpServer.Create(transport, new McpServerOptions
        {
            ServerInfo = identity,
            ScopeRequests = false,
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (request, _) => ValueTask.FromResult(listing.List(ToolApprovals.CanAsk(request.Server))),
                SubscriptionsListenHandler = static (_, _) => throw new McpProtocolException("There is nothing to subscribe to here.", McpErrorCode.MethodNotFound),
                CallToolHandler = (request, cancellationToken) => caller.CallAsync(request, results, cancellationToken),
                ListResourcesHandler = resources is null ? null : resources.ListAsync,
                ReadResourceHandler = resources is null ? null : resources.ReadAsync,
            },
        });
    }
}
