using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

public static class Hosting
{
    public static void Everywhere(WebApplicationBuilder builder, ServerlessOptions options, OutboundGuardOptions guard)
    {
        builder.Services.Configure<ServerlessOptions>(configured => configured.OutboundGuard.AllowPrivateNetworks = {|AGT5005:true|});
        options.OutboundGuard.AllowPrivateNetworks = {|AGT5005:true|};
        guard.AllowPrivateNetworks = {|AGT5005:!builder.Environment.IsDevelopment()|};
        _ = new ServerlessOptions { OutboundGuard = { AllowPrivateNetworks = {|AGT5005:true|}, Timeout = TimeSpan.FromSeconds(5) } };
    }

    public static void InDevelopment(WebApplicationBuilder builder, ServerlessOptions options)
    {
        options.OutboundGuard.AllowPrivateNetworks = false;
        options.OutboundGuard.AllowPrivateNetworks = builder.Environment.IsDevelopment();
        if (builder.Environment.IsDevelopment())
            builder.Services.Configure<ServerlessOptions>(configured => configured.OutboundGuard.AllowPrivateNetworks = true);
    }

    public static void NamedHosts(WebApplicationBuilder builder) => builder.Services.Configure<ServerlessOptions>(options =>
    {
        options.OutboundGuard.AllowPrivateNetworks = true;
        options.OutboundGuard.AllowedHosts.Add("store.internal.example.com");
    });

    public static ServerlessOptions Initialized() =>
        new() { OutboundGuard = { AllowPrivateNetworks = true, AllowedHosts = { "store.internal.example.com" } } };
}
