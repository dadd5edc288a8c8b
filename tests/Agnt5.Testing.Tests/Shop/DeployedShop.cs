using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Testing.Tests.Shop;

/// <summary>The shop behind HTTP.</summary>
internal static class DeployedShop
{
    public const string Secret = "whsec_0123456789abcdef0123456789abcdef";

    public static async Task<WebApplication> ServeAsync()
    {
        var app = ServerlessHost.Build([], Agnt5Components.Catalog, static builder =>
        {
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddShop(new FakePayments());
            builder.Services.Configure<ServerlessOptions>(static options => options.SigningSecret = Secret);
        });
        await app.StartAsync();
        return app;
    }
}
