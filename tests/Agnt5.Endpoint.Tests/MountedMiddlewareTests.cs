using System.Net;
using System.Threading.RateLimiting;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests;

/// <summary><c>MapAgnt5</c> behind the middleware that apps have.</summary>
public sealed class MountedMiddlewareTests
{
    private const string Greeted = """{"message":"hello world"}""";

    [Fact]
    public async Task Forms_browsers_caches_and_compression_of_an_app_do_not_concern_AGNT5()
    {
        await using var endpoint = await MountedEndpoint.StartAsync(
            static app =>
            {
                app.UseResponseCompression().UseResponseCaching().UseOutputCache().UseCors().UseHttpLogging().UseStatusCodePages().UseRequestTimeouts().UseAntiforgery();
                app.Use(static async (context, next) =>
                {
                    // As middleware does that reads a body and leaves it for others.
                    context.Request.EnableBuffering();
                    await context.Request.Body.CopyToAsync(Stream.Null);
                    context.Request.Body.Position = 0;
                    await next(context);
                });
                app.MapAgnt5();
            },
            static services => services.AddResponseCompression().AddResponseCaching().AddOutputCache().AddAntiforgery().AddHttpLogging().AddRequestTimeouts()
                .AddCors(static options => options.AddDefaultPolicy(static policy => policy.WithOrigins("https://app.example"))));
        endpoint.Client.DefaultRequestHeaders.Add("Origin", "https://other.example");

        using var invoked = await endpoint.InvokeAsync();

        (await Answer.ReadAsync(invoked)).MustComplete(Greeted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CacheOutput")]
    [InlineData("policy")]
    [InlineData("attribute")]
    public async Task A_cache_of_the_app_does_not_outlive_the_kill_switch_whatever_conventions_say(string convention)
    {
        var isOn = true;
        await using var endpoint = await MountedEndpoint.StartAsync(
            app =>
            {
                app.UseOutputCache();
                var routes = app.MapAgnt5();
                _ = convention switch
                {
                    "CacheOutput" => routes.CacheOutput(),
                    "policy" => routes.CacheOutput(static policy => policy.Cache().Expire(TimeSpan.FromHours(1))),
                    "attribute" => routes.WithMetadata(new OutputCacheAttribute { Duration = 3600 }),
                    _ => routes,
                };
            },
            services => services.AddOutputCache(static options => options.AddBasePolicy(static policy => policy.Cache()))
                .Configure<ServerlessOptions>(options => options.EnabledResolver = () => isOn));

        using var served = await endpoint.Client.GetAsync("/.well-known/agnt5");
        isOn = false;
        using var closed = await endpoint.Client.GetAsync("/.well-known/agnt5");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (served.StatusCode, closed.StatusCode));
    }

    [Fact]
    public async Task A_timeout_of_the_app_is_an_answer_and_not_an_empty_success()
    {
        await using var endpoint = await MountedEndpoint.StartAsync(
            static app =>
            {
                app.UseRequestTimeouts();
                app.MapAgnt5();
            },
            static services => services.AddRequestTimeouts(static options => options.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(1) }));

        // The function waits for its token, however long that takes.
        using var invoked = await endpoint.InvokeAsync("""{"component_type":"function","component_name":"wait"}""");

        Assert.Equal(HttpStatusCode.GatewayTimeout, invoked.StatusCode);
    }

    [Fact]
    public async Task A_rate_limit_for_the_whole_app_says_that_it_refused()
    {
        await using var endpoint = await MountedEndpoint.StartAsync(
            static app =>
            {
                app.UseRateLimiter();
                app.MapAgnt5();
            },
            static services => services.AddRateLimiter(static options =>
            {
                options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(static _ =>
                    RateLimitPartition.GetFixedWindowLimiter("", static _ => new() { PermitLimit = 1, Window = TimeSpan.FromDays(1) }));
            }));

        using var served = await endpoint.InvokeAsync();
        using var refused = await endpoint.InvokeAsync();

        (await Answer.ReadAsync(served)).MustComplete(Greeted);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task An_app_for_other_host_names_refuses_AGNT5_and_says_so_in_its_log()
    {
        await using var endpoint = await MountedEndpoint.StartAsync(static app => app.MapAgnt5(), args: ["--AllowedHosts", "shop.example"]);

        using var refused = await endpoint.InvokeAsync();
        endpoint.Client.DefaultRequestHeaders.Host = "shop.example";
        using var served = await endpoint.InvokeAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotEmpty(endpoint.Log.About("does not match an allowed host"));
        (await Answer.ReadAsync(served)).MustComplete(Greeted);
    }

    [Fact]
    public async Task An_app_that_insists_on_HTTPS_sends_AGNT5_there()
    {
        await using var endpoint = await MountedEndpoint.StartAsync(
            static app =>
            {
                app.UseHttpsRedirection();
                app.MapAgnt5();
            },
            static services => services.AddHttpsRedirection(static options => options.HttpsPort = 443));

        using var redirected = await endpoint.InvokeAsync();

        Assert.Equal(HttpStatusCode.TemporaryRedirect, redirected.StatusCode);
    }
}
