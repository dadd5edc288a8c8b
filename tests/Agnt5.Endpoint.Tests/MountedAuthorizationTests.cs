using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Agnt5.Endpoint.Tests;

/// <summary><c>MapAgnt5</c> in an app that knows users: AGNT5 is none, and signs its requests.</summary>
public sealed class MountedAuthorizationTests
{
    [Fact]
    public async Task A_policy_for_every_route_of_the_app_does_not_keep_AGNT5_out()
    {
        await using var endpoint = await StartAsync(static app => app.MapAgnt5(), static options => options.FallbackPolicy = options.DefaultPolicy);

        using var invoked = await endpoint.InvokeAsync();
        using var manifest = await endpoint.Client.GetAsync("/.well-known/agnt5");
        using var home = await endpoint.Client.GetAsync("/home");

        (await Answer.ReadAsync(invoked)).MustComplete("""{"message":"hello world"}""");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (manifest.StatusCode, home.StatusCode));
    }

    [Fact]
    public async Task An_unsigned_invoke_is_refused_whatever_user_sends_it()
    {
        await using var endpoint = await StartAsync(static app => app.MapAgnt5(), static options => options.FallbackPolicy = options.DefaultPolicy);
        endpoint.Client.DefaultRequestHeaders.Add(KnownUser.Header, "ada");

        using var invoked = await endpoint.Client.PostAsync("/agnt5/invoke", new StringContent(MountedEndpoint.Hello));

        (await Answer.ReadAsync(invoked)).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_MISSING");
    }

    [Theory]
    [InlineData("on the routes")]
    [InlineData("on their group")]
    [InlineData("by a policy on the routes")]
    public async Task Who_demands_a_user_for_these_routes_gets_one(string where)
    {
        await using var endpoint = await StartAsync(
            app =>
            {
                if (where == "on their group")
                    app.MapGroup("").RequireAuthorization().MapAgnt5();
                else if (where == "on the routes")
                    app.MapAgnt5().RequireAuthorization();
                else
                    app.MapAgnt5().RequireAuthorization(static policy => policy.RequireUserName("ada"));
            },
            static _ => { });

        using var refused = await endpoint.InvokeAsync();
        endpoint.Client.DefaultRequestHeaders.Add(KnownUser.Header, "ada");
        using var served = await endpoint.InvokeAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        (await Answer.ReadAsync(served)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task A_host_of_its_own_warns_of_a_policy_that_refuses_AGNT5()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static builder =>
        {
            builder.Services.AddAuthentication("known").AddScheme<AuthenticationSchemeOptions, KnownUser>("known", null);
            builder.Services.AddAuthorization(static options => options.FallbackPolicy = options.DefaultPolicy);
        });

        Assert.Single(endpoint.Log.About("fallback policy"), static line => line.Level == LogLevel.Warning && line.Message.Contains("MapAgnt5", StringComparison.Ordinal));
    }

    private static Task<MountedEndpoint> StartAsync(Action<WebApplication> map, Action<AuthorizationOptions> authorization) => MountedEndpoint.StartAsync(
        app =>
        {
            app.UseAuthentication().UseAuthorization();
            map(app);
            app.MapGet("/home", static () => "home");
        },
        services =>
        {
            services.AddAuthentication("known").AddScheme<AuthenticationSchemeOptions, KnownUser>("known", null);
            services.AddAuthorization(authorization);
        });

    /// <summary>A user is whoever says so.</summary>
    private sealed class KnownUser(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        public const string Header = "X-User";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers[Header].ToString() is { Length: > 0 } name
                ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name)], "known")), "known"))
                : AuthenticateResult.NoResult());
    }
}
