using Agnt5;
using Shop;

#if AGNT5_JAVASCRIPT
JavaScriptHost.Serve(Agnt5Components.Catalog, (services, options) => services.AddSingleton<Prices>());
#else
await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, builder => builder.Services.AddSingleton<Prices>());
#endif
