using Agnt5;
using OrderComponents;

#if AGNT5_JAVASCRIPT
JavaScriptHost.Serve(Agnt5Components.Catalog, static (services, _) => services.AddShop());
#else
await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, static builder => builder.Services.AddShop().AddSingleton<HttpClient>());
#endif
