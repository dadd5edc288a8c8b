using Agnt5;
using Microsoft.Extensions.DependencyInjection;

var app = ServerlessHost.Build(args, Agnt5Components.Catalog, builder => builder.Services.AddDistributedMemoryCache().Configure<ServerlessOptions>(options =>
{
    options.ServiceName = "mcp-server";
    options.AllowUnsigned = options.AllowUnsignedInProduction = true;
}));
app.MapAgnt5Mcp("/mcp", options => (options.AllowAnonymous, options.MaxInlineResultBytes) = (true, 10_000));
app.MapAgnt5Mcp("/sessions", options => (options.AllowAnonymous, options.Stateful, options.MaxInlineResultBytes) = (true, true, 10_000));
await app.RunAsync();
