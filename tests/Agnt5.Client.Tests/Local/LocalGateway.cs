using Agnt5.Client.Tests.Harness;
using Agnt5.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Agnt5.Client.Tests.Local;

/// <summary>A local AGNT5 on a real Kestrel, and a client for it.</summary>
internal sealed class LocalGateway : IAsyncDisposable
{
    private const string Key = "agnt5_sk_0123456789abcdef";

    private readonly WebApplication _app;

    private LocalGateway(WebApplication app) => (_app, Client) = (app, ClientOf(app, Key));

    public Agnt5Client Client { get; }

    public static async Task<LocalGateway> StartAsync()
    {
        var app = LocalAgnt5Host.Build([], Agnt5Components.Catalog, static builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection([new("AGNT5_API_KEY", Key)]);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        });
        await app.StartAsync();
        return new(app);
    }

    /// <summary>A client with another key.</summary>
    public Agnt5Client ClientWith(string key) => ClientOf(_app, key);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static Agnt5Client ClientOf(WebApplication app, string key) =>
        new(new() { Gateway = new(app.Urls.Single()), ApiKey = key, TimeProvider = new InstantTime(), Timeout = TimeSpan.FromMinutes(10) });
}
