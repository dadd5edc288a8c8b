using Agnt5.Local.Dispatch;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Tests.Dispatch.Hosting;

/// <summary>The components of this project behind a real Kestrel on a loopback port.</summary>
internal sealed class KestrelEndpoint : IAsyncDisposable
{
    public const string Secret = "secret-of-the-dispatched-endpoint";

    private readonly WebApplication _app;

    private KestrelEndpoint(WebApplication app)
    {
        _app = app;
        Url = new Uri(app.Urls.Single());
    }

    public Uri Url { get; }

    public static async Task<KestrelEndpoint> StartAsync(Action<ServerlessOptions>? configure = null)
    {
        var app = ServerlessHost.Build(["--port", "0", "--host", "127.0.0.1", "--environment", "Production"], Agnt5Components.Catalog, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Configure<ServerlessOptions>(options =>
            {
                options.SigningSecret = Secret;
                configure?.Invoke(options);
            });
        });
        await app.StartAsync();
        return new KestrelEndpoint(app);
    }

    public HttpConnection Connect(EndpointClient client, Func<HttpConnectionSettings, HttpConnectionSettings>? change = null)
    {
        var settings = new HttpConnectionSettings { Url = Url, Secret = Secret, RequestTimeoutMs = 30_000 };
        return new HttpConnection(client, change?.Invoke(settings) ?? settings, TimeProvider.System);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
