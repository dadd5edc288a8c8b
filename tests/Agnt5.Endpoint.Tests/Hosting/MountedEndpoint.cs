using Agnt5.Endpoint.Tests.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>An app of its own, behind a real Kestrel, that serves the components of this project with <c>AddAgnt5</c> and <c>MapAgnt5</c>.</summary>
public sealed class MountedEndpoint : IAsyncDisposable
{
    public const string Hello = """{"component_type":"workflow","component_name":"hello"}""";

    private readonly WebApplication _app;

    private MountedEndpoint(WebApplication app, RecordedLog log)
    {
        _app = app;
        Log = log;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public RecordedLog Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="map">Adds middleware, and maps the endpoint.</param>
    /// <param name="services">Adds what the middleware needs. <see cref="TestEndpoint.Secret"/> is the signing secret in Production, and none is configured elsewhere.</param>
    /// <param name="environment">The host's environment.</param>
    /// <param name="args">The program's arguments.</param>
    public static async Task<MountedEndpoint> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null, string environment = "Production", params string[] args)
    {
        var builder = WebApplication.CreateBuilder(["--environment", environment, "--urls", "http://127.0.0.1:0", .. args]);
        var log = new RecordedLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddAgnt5(Agnt5Components.Catalog, options =>
        {
            options.ValidateServices = false;
            if (environment == "Production")
                options.SigningSecret = TestEndpoint.Secret;
        });
        builder.Services.AddSingleton<StepCounter>();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new MountedEndpoint(app, log);
    }

    /// <summary>Sends a signed invoke.</summary>
    public Task<HttpResponseMessage> InvokeAsync(string body = Hello, string path = "/agnt5/invoke", string secret = TestEndpoint.Secret)
    {
        var invoke = new SignedInvoke(body, secret).ToRequest();
        invoke.RequestUri = new Uri(path, UriKind.Relative);
        return Client.SendAsync(invoke);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
