using System.Net;
using System.Threading.RateLimiting;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>What a program adds to the app of <see cref="ServerlessHost.Build"/> runs for the protocol's routes too.</summary>
public sealed class HostMiddlewareTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";
    private const string NotFound = """{"error":"not_found","message":"AGNT5 workerless route not found"}""";

    [Fact]
    public async Task Middleware_sees_every_request_of_AGNT5_in_the_order_in_which_it_was_added()
    {
        await using var app = Build();
        Stamp(app, "first");
        Stamp(app, "second");
        app.MapGet("/home", static () => "home");
        using var client = await StartAsync(app);

        using var invoked = await client.SendAsync(new SignedInvoke(Hello, TestEndpoint.Secret).ToRequest());
        (await Answer.ReadAsync(invoked)).MustComplete("""{"message":"hello world"}""");
        using var manifest = await client.GetAsync("/.well-known/agnt5");
        using var nothing = await client.GetAsync("/nothing");
        using var home = await client.GetAsync("/home");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (manifest.StatusCode, nothing.StatusCode));
        Assert.Equal(NotFound, await nothing.Content.ReadAsStringAsync());
        Assert.Equal("home", await home.Content.ReadAsStringAsync());
        Assert.All((HttpResponseMessage[])[invoked, manifest, nothing, home], static response => Assert.Equal(["first", "second"], response.Headers.GetValues("X-Stamp")));
    }

    [Fact]
    public async Task A_slow_body_is_the_endpoints_to_refuse_and_ends_no_connection_that_others_use()
    {
        var rate = new BodyRate();
        await using var app = Build();
        app.Use((context, next) =>
        {
            context.Features.Set<IHttpMinRequestBodyDataRateFeature>(rate);
            return next();
        });
        using var client = await StartAsync(app);

        using var invoked = await client.SendAsync(new SignedInvoke(Hello, TestEndpoint.Secret).ToRequest());

        (await Answer.ReadAsync(invoked)).MustComplete("""{"message":"hello world"}""");
        Assert.Null(rate.MinDataRate);
    }

    [Fact]
    public async Task A_rate_limiter_refuses_an_invoke_before_it_costs_anything()
    {
        await using var app = Build(static services => services.AddRateLimiter(static options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(static _ => RateLimitPartition.GetConcurrencyLimiter("", static _ => new() { PermitLimit = 1 }));
        }));
        app.UseRateLimiter();
        using var release = new SemaphoreSlim(0);
        var isHeld = new TaskCompletionSource();
        app.Use(async (context, next) =>
        {
            isHeld.TrySetResult();
            await release.WaitAsync(context.RequestAborted);
            await next(context);
        });
        using var client = await StartAsync(app);
        var held = client.SendAsync(new SignedInvoke(Hello, TestEndpoint.Secret).ToRequest());
        await isHeld.Task;

        using var refused = await client.SendAsync(new SignedInvoke(Hello, TestEndpoint.Secret).ToRequest());
        release.Release();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var served = await held;
        (await Answer.ReadAsync(served)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task An_app_that_insists_on_HTTPS_runs_nothing_that_came_without()
    {
        await using var app = Build(static services => services.AddHttpsRedirection(static options => options.HttpsPort = 443));
        app.UseHttpsRedirection();
        using var client = await StartAsync(app);

        using var answer = await client.SendAsync(new SignedInvoke(Hello, TestEndpoint.Secret).ToRequest());

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_proxy_that_forwards_the_scheme_answers_for_HTTPS()
    {
        await using var app = Build(static services => services.AddHttpsRedirection(static options => options.HttpsPort = 443));
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto }).UseHttpsRedirection();
        using var client = await StartAsync(app);
        using var request = new SignedInvoke(Hello, TestEndpoint.Secret).ToRequest();
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await client.SendAsync(request);

        (await Answer.ReadAsync(answer)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task An_answer_may_be_compressed()
    {
        await using var app = Build(static services => services.AddResponseCompression());
        app.UseResponseCompression();
        using var client = await StartAsync(app);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        using var manifest = await client.GetAsync("/.well-known/agnt5");

        Assert.Equal(["gzip"], manifest.Content.Headers.ContentEncoding);
        await using var text = new System.IO.Compression.GZipStream(await manifest.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        Assert.NotNull(await System.Text.Json.Nodes.JsonNode.ParseAsync(text));
    }

    [Fact]
    public async Task What_an_apps_middleware_throws_is_answered_by_its_exception_handler()
    {
        await using var app = Build();
        app.UseExceptionHandler(static handler => handler.Run(static context => context.Response.WriteAsync("the app's page of errors")));
        app.Use(static (HttpContext context, RequestDelegate next) =>
            context.Request.Headers.ContainsKey("X-AGNT5-Signature") ? throw new InvalidOperationException("a fault of the app's") : next(context));
        using var client = await StartAsync(app);

        using var answer = await client.SendAsync(new SignedInvoke(Hello, TestEndpoint.Secret).ToRequest());

        Assert.Equal((HttpStatusCode.InternalServerError, "the app's page of errors"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/.well-known/agnt5")).StatusCode);
    }

    [Theory]
    [InlineData("POST", "/agnt5/invoke/", 404)]
    [InlineData("POST", "/AGNT5/invoke", 404)]
    [InlineData("POST", "/agnt5/%69nvoke", 404)]
    [InlineData("GET", "/agnt5/invoke", 404)]
    [InlineData("GET", "/base/.well-known/agnt5", 404)]
    [InlineData("OPTIONS", "*", 404)]
    [InlineData("GET", "/.well-known/agnt5", 200)]
    [InlineData("GET", "http://other.example/.well-known/agnt5", 200)]
    public async Task The_protocols_paths_stay_exact_whatever_the_app_adds(string method, string target, int expected)
    {
        await using var app = Build();
        app.UsePathBase("/base").UseStaticFiles().UseRouting().UseStatusCodePages("text/plain", "a page of the app");
        app.MapGet("/home", static () => "home");
        using var client = await StartAsync(app);

        var address = IPEndPoint.Parse(app.Urls.Single()["http://".Length..]);
        var (status, body) = await RawHttp.SendAsync(address, $"{method} {target} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.Equal(expected, status);
        if (expected == 404)
            Assert.Equal(NotFound, body);
    }

    private static WebApplication Build(Action<IServiceCollection>? services = null) =>
        ServerlessHost.Build(["--port", "0", "--host", "127.0.0.1", "--environment", "Production"], Agnt5Components.Catalog, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Configure<ServerlessOptions>(static options => options.SigningSecret = TestEndpoint.Secret);
            builder.Services.AddSingleton<Ledger>();
            services?.Invoke(builder.Services);
        });

    private static async Task<HttpClient> StartAsync(WebApplication app)
    {
        await app.StartAsync();
        return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    private static void Stamp(WebApplication app, string value) => app.Use((context, next) =>
    {
        context.Response.Headers.Append("X-Stamp", value);
        return next(context);
    });

    /// <summary>Kestrel's rate of a request, which ends the connection where a body comes more slowly.</summary>
    private sealed class BodyRate : IHttpMinRequestBodyDataRateFeature
    {
        public MinDataRate? MinDataRate { get; set; } = new(240, TimeSpan.FromSeconds(5));
    }
}
