using Agnt5;
using QuickStart;

await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, builder =>
{
    builder.Services.AddSingleton<IPriceList, PriceList>();
    builder.Services.Configure<ServerlessOptions>(options => options.ServiceName ??= "quick-start");
});
