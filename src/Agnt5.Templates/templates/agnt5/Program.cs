using Agnt5;
using EndpointNamespace;

#if (mcp)
var app = ServerlessHost.Build(args, Agnt5Components.Catalog, builder =>
#else
await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, builder =>
#endif
{
    builder.Services.AddSingleton<IWarehouse, Warehouse>();
#if (agents)
    Models.AddTo(builder.Services, builder.Configuration);
#endif
});
#if (mcp)

// Tools for MCP clients, at /agnt5/mcp. A call runs code at once, so where others can reach the endpoint, clients have to be authorized: app.MapAgnt5Mcp().RequireAuthorization().
if (app.Environment.IsDevelopment())
    app.MapAgnt5Mcp();

await app.RunAsync();
#endif
