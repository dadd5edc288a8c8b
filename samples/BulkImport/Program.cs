using Agnt5;
using BulkImport;

var app = ServerlessHost.Build(args, Agnt5Components.Catalog, builder =>
{
    builder.Services.AddSingleton<ISupplier, Supplier>();
    builder.Services.Configure<ServerlessOptions>(options => options.ServiceName ??= "bulk-import");
#if DEBUG
    // A host that cuts each request off after three seconds. The import goes on in the next one.
    builder.Services.AddAgnt5Local(Agnt5Components.Catalog, options => options.RequestTimeout = TimeSpan.FromSeconds(3));
#endif
});

#if DEBUG
// AGNT5 itself, for dotnet run. A Release build, which is what is published, leaves it out.
if (app.Environment.IsDevelopment())
    app.MapAgnt5Local();
#endif

await app.RunAsync();
