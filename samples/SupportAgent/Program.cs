using Agnt5;
using SupportAgent;
using SupportAgent.Models;

await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, builder =>
{
    builder.Services.AddSingleton<OrderBook>();
    builder.Services.Configure<ServerlessOptions>(options => options.ServiceName ??= "support");
    ChatModels.Add(builder.Services, builder.Configuration);
});
