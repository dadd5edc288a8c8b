using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Agnt5.Mcp;

/// <summary>Answers one JSON-RPC request with a server of the protocol library that lives as long as the request.</summary>
internal sealed class ToolServer(Implementation identity, ToolListing listing, ToolCaller caller)
{
    public static ToolServer Create(IServiceProvider services, ServerlessOptions serverless, Agnt5McpOptions options, ILogger logger)
    {
        var identity = new Implementation { Name = serverless.ServiceName ?? "agnt5", Version = serverless.ServiceVersion ?? SdkVersion.Value };
        var host = new ToolHost(services.GetRequiredService<ComponentCatalog>(), services, serverless);
        var listing = ToolListing.Create(host, options, logger);
        return new ToolServer(identity, listing, new ToolCaller(host, listing, identity.Name));
    }

    public async Task AnswerAsync(JsonRpcRequest request, HttpContext context)
    {
        var revision = context.Request.Headers[ProtocolRevision.Header].ToString().Trim();
        request.Context = new JsonRpcMessageContext { ProtocolVersion = revision.Length == 0 ? null : revision, User = context.User };
        StartEventStream(context);

        // The library would log whole messages at its finest level, so it is given no logger.
        var transport = new StreamableHttpServerTransport { Stateless = true };
        await using (transport.ConfigureAwait(false))
        {
            var server = McpServer.Create(transport, OptionsFor(context));
            await using (server.ConfigureAwait(false))
            {
                var running = server.RunAsync(context.RequestAborted);
                await transport.HandlePostRequestAsync(request, context.Response.Body, first => ChooseStatus(context.Response, first), context.RequestAborted).ConfigureAwait(false);
                await transport.DisposeAsync().ConfigureAwait(false);
                await running.ConfigureAwait(false);
            }
        }
    }

    private McpServerOptions OptionsFor(HttpContext context) => new()
    {
        ServerInfo = identity,
        ScopeRequests = false,
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(listing.List()),
            SubscriptionsListenHandler = static (request, _) => throw new McpProtocolException("Nothing here changes while it runs, so there is nothing to subscribe to.", McpErrorCode.MethodNotFound),
            CallToolHandler = (request, cancellationToken) => caller.CallAsync(request, context.User, cancellationToken),
        },
    };

    // An event stream of one event. Proxies must not hold it back, because a tool may take long.
    private static void StartEventStream(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache,no-store";
        headers.ContentEncoding = "identity";
        headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <summary>Sets the HTTP status of an error, which clients of later revisions read. For other clients the response has begun by now.</summary>
    private static ValueTask ChooseStatus(HttpResponse response, JsonRpcMessage? first)
    {
        if (first is JsonRpcError error && !response.HasStarted)
        {
            response.StatusCode = (McpErrorCode)error.Error.Code switch
            {
                McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
                McpErrorCode.UnsupportedProtocolVersion or McpErrorCode.MissingRequiredClientCapability or McpErrorCode.HeaderMismatch => StatusCodes.Status400BadRequest,
                _ => response.StatusCode,
            };
        }

        return ValueTask.CompletedTask;
    }
}
