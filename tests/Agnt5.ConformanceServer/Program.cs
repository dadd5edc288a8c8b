using Agnt5;
using Agnt5.ConformanceServer;
using Microsoft.Extensions.AI;

#if AGNT5_JAVASCRIPT
JavaScriptHost.Serve(Agnt5Components.Catalog, (services, options) =>
{
    services.AddSingleton<IChatClient, RepeatingModel>();
    Settings.Apply(options);
});
if (Environment.GetEnvironmentVariable("AGNT5_TESTED_PROGRAM") == "throws")
    throw new InvalidOperationException("The program has thrown behind Serve.");
#else
await ServerlessHost.RunAsync(args, Agnt5Components.Catalog, builder => builder.Services.AddSingleton<IChatClient, RepeatingModel>().Configure<ServerlessOptions>(Settings.Apply));
#endif
