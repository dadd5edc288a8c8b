using System.Net;
using Agnt5.Endpoint.Tests.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>The components of this project behind a real Kestrel on a loopback port.</summary>
public sealed class TestEndpoint : IAsyncDisposable
{
    public const string Secret = "test-secret";

    private readonly WebApplication _app;

    private TestEndpoint(WebApplication app, RecordedLog log)
    {
        _app = app;
        Log = log;
        var url = app.Urls.Single();
        Client = new HttpClient { BaseAddress = new Uri(url) };
        Address = IPEndPoint.Parse(url["http://".Length..]);
    }

    public HttpClient Client { get; }

    public IPEndPoint Address { get; }

    public RecordedLog Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts an endpoint that knows <see cref="Secret"/>, unless the options say otherwise.</summary>
    public static Task<TestEndpoint> StartAsync(Action<ServerlessOptions>? options = null, params string[] args) =>
        StartAsync(builder => builder.Services.Configure(options ?? (static _ => { })), args);

    public static async Task<TestEndpoint> StartAsync(Action<WebApplicationBuilder> configure, params string[] args)
    {
        var log = new RecordedLog();
        var app = ServerlessHost.Build([.. args, "--port", "0", "--environment", "Production"], Agnt5Components.Catalog, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.Configure<ServerlessOptions>(static options => options.SigningSecret = Secret);
            builder.Services.AddSingleton<Ledger>().AddScoped<ScopedNote>().AddKeyedSingleton("stamp", "PAID").AddSingleton<StepCounter>();
            configure(builder);
        });
        await app.StartAsync();
        return new TestEndpoint(app, log);
    }

    /// <summary>Sends a signed invoke and reads the answer.</summary>
    public async Task<Answer> InvokeAsync(string body, Action<SignedInvoke>? change = null)
    {
        var invoke = new SignedInvoke(body, Secret);
        change?.Invoke(invoke);
        using var response = await Client.SendAsync(invoke.ToRequest());
        return await Answer.ReadAsync(response);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
