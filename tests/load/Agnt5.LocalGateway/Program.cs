using Agnt5.Local;

// AGNT5 in a process of its own, on the SQLite file that --database names. Endpoints are synced.
await LocalAgnt5Host.RunAsync(args, configure: static builder =>
    builder.Services.Configure<LocalAgnt5Options>(options => options.Database = builder.Configuration["database"]));
