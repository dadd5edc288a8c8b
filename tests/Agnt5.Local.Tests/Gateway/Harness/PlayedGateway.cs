using System.Net;
using System.Text;
using System.Text.Json;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Gateway;
using Agnt5.Local.Hosting;
using Agnt5.Local.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Tests.Gateway.Harness;

/// <summary>The gateway on a real Kestrel, with the components of this project and some whose endpoint a test plays, on a clock that stands still.</summary>
internal sealed class PlayedGateway : IAsyncDisposable
{
    public const string Key = "agnt5_sk_0123456789abcdef";

    /// <summary>A test says with this header where a request comes from.</summary>
    public const string FromHeader = "X-Test-From";

    private readonly WebApplication _app;

    private PlayedGateway(WebApplication app, ManualTime time)
    {
        (_app, Time) = (app, time);
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public ManualTime Time { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public ScriptedEndpoint Endpoint { get; } = new();

    public LocalEngine Engine => _app.Services.GetRequiredService<LocalAgnt5Service>().Engine!;

    /// <summary>The routes, each with its method.</summary>
    public IEnumerable<string> Routes =>
        from endpoint in ((IEndpointRouteBuilder)_app).DataSources.SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select $"{method} {endpoint.RoutePattern.RawText}";

    /// <param name="configure">Sets options of the gateway.</param>
    /// <param name="played">A component that <see cref="Endpoint"/> plays.</param>
    /// <param name="clock">Another clock.</param>
    /// <param name="local">Sets options of the local AGNT5.</param>
    public static async Task<PlayedGateway> StartAsync(
        Action<LocalGatewayOptions>? configure = null, ComponentSpec? played = null, TimeProvider? clock = null, Action<LocalAgnt5Options>? local = null)
    {
        var time = clock as ManualTime ?? new ManualTime();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock ?? time).AddAgnt5Local(Agnt5Components.Catalog, local);
        var app = builder.Build();
        app.Use((http, next) =>
        {
            if (http.Request.Headers[FromHeader] is [{ } from])
                http.Connection.RemoteIpAddress = IPAddress.Parse(from);
            return next(http);
        });
        app.MapAgnt5Local(options =>
        {
            options.ApiKey = Key;
            configure?.Invoke(options);
        });
        await app.StartAsync();
        var gateway = new PlayedGateway(app, time);
        if (played is not null)
            await gateway.Engine.AddAsync(Deployment(played), gateway.Endpoint);
        return gateway;
    }

    /// <summary>A clock that stands still at this moment, for endpoints of other processes: they refuse signatures that are five minutes old, or ahead.</summary>
    public static ManualTime ClockOfNow()
    {
        var clock = new ManualTime();
        clock.SetBack(clock.GetUtcNow() - TimeProvider.System.GetUtcNow());
        return clock;
    }

    /// <summary>Lets the engine do all that can be done at this time.</summary>
    public Task RestAsync() => Engine.WhenQuietAsync().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Rests, and moves the clock to the next time that a run or key waits for.</summary>
    public async Task GoToNextTimeAsync()
    {
        await RestAsync();
        Time.AdvanceMs(Math.Max(0, Engine.NextDueMs!.Value - Time.NowMs));
        await RestAsync();
    }

    public Task StopAsync() => _app.StopAsync();

    public HttpRequestMessage Request(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("X-API-KEY", Key);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            using var document = JsonDocument.Parse(text.Length == 0 ? "null" : text);
            return (response.StatusCode, document.RootElement.Clone());
        }
    }

    public Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(string path, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(Request(HttpMethod.Post, path, body ?? "{}", headers));

    public Task<(HttpStatusCode Status, JsonElement Json)> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(Request(HttpMethod.Get, path, body: null, headers));

    /// <summary>Submits a run, and lets it come as far as it does without anybody.</summary>
    public async Task<string> SubmitAsync(string path, string body = "{}")
    {
        var (_, json) = await PostAsync($"{path}/submit", body);
        await RestAsync();
        return json.GetProperty("run_id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static DeploymentState Deployment(ComponentSpec component) => new()
    {
        DeploymentId = PlayedEngine.DeploymentId,
        Environment = "production",
        Provider = "http",
        ImmutableRef = "1",
        ManifestHash = "",
        Components = [component],
        RequestTimeoutMs = 60_000,
        YieldBeforeTimeoutMs = 1_000,
        CreatedAtMs = 0,
    };
}

/// <summary>Reads answers.</summary>
internal static class Answers
{
    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    public static string? ErrorCode(this JsonElement json) => json.GetProperty("error").GetProperty("code").GetString();
}
