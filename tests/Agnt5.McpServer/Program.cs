using Agnt5;

var app = ServerlessHost.Build(args, Agnt5Components.Catalog, builder => builder.Services.Configure<ServerlessOptions>(options =>
{
    options.ServiceName = "mcp-server";
    options.AllowUnsigned = options.AllowUnsignedInProduction = true;
}));
app.MapAgnt5Mcp("/mcp", options => options.AllowAnonymous = true);
app.MapAgnt5Mcp("/sessions", options => options.AllowAnonymous = options.Stateful = true);
await app.RunAsync();
