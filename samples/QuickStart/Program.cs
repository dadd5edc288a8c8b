using Agnt5;
using QuickStart;

var app = ServerlessHost.Build(args, Agnt5Components.Catalog, builder =>
{
    builder.Services.AddSingleton<IPriceList, PriceList>();
    builder.Services.Configure<ServerlessOptions>(options => options.ServiceName ??= "quick-start");
#if DEBUG
    builder.Services.AddAgnt5Local(Agnt5Components.Catalog);
#endif
});

#if DEBUG
// AGNT5 itself, in the same process and at the same address, so that runs pause and go on without an account. A Release build, which is what is published, leaves it out.
if (app.Environment.IsDevelopment())
    app.MapAgnt5Local();
#endif

await app.RunAsync();
