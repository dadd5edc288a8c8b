using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>The components of this project behind a real Kestrel on a loopback port, which may reach a misbehaving store.</summary>
public sealed class HostileEndpoint : IAsyncLifetime
{
    private WebApplication? _app;

    internal WatchfulLog Log { get; } = new();

    internal MisbehavingStore Store { get; private set; } = null!;

    internal IPEndPoint Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Store = await MisbehavingStore.StartAsync();
        _app = ServerlessHost.Build(["--port", "0", "--host", "127.0.0.1", "--environment", "Production"], Agnt5Components.Catalog, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.AddSingleton<IChatClient, CountingModel>();
            builder.Services.Configure<ServerlessOptions>(static options =>
            {
                options.SigningSecret = Secrets.Signing;
                options.OutboundGuard.AllowPrivateNetworks = true;
                options.OutboundGuard.RequireHttps = false;
                options.OutboundGuard.AllowedPorts.Add(0);
                options.OutboundGuard.Timeout = TimeSpan.FromMilliseconds(150);
            });
        });
        await _app.StartAsync();
        Address = IPEndPoint.Parse(_app.Urls.Single()["http://".Length..]);
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await Store.DisposeAsync();
    }
}
