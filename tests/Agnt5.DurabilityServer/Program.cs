using Agnt5;
using Agnt5.Durability.Tests.Platform;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

JavaScriptHost.Serve(Agnt5Components.Catalog, static (services, options) =>
{
    services.AddSingleton<Stage>();
    services.AddSingleton<TimeProvider, StageClock>();
    services.AddScoped<World>();
    services.AddScoped<IChatClient, GatedModel>();
    options.AllowUnsigned = true;
    options.IsDevelopment = true;
});
