using System.Net;
using System.Text;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Mcp.Tests;

public sealed class AuthorizationTests
{
    [Fact]
    public async Task No_tool_runs_for_a_caller_without_a_token_and_every_tool_for_one_with_it()
    {
        await using var app = await McpApp.StartAsync(services: TokenAuthentication.Add, map: static app => app.MapAgnt5Mcp().RequireAuthorization(), environment: "Production");

        using var body = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", Encoding.UTF8, "application/json");
        using var refused = await app.Client.PostAsync("/agnt5/mcp", body);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        await using var client = await app.ConnectAsync(token: TokenAuthentication.Token);
        Assert.NotEmpty(await client.ListToolsAsync());
    }

    [Fact]
    public async Task An_app_that_would_run_its_tools_for_anybody_does_not_start_and_says_what_to_do()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => McpApp.StartAsync(services: TokenAuthentication.Add, environment: "Production"));

        Assert.Contains("app.MapAgnt5Mcp().RequireAuthorization()", exception.Message, StringComparison.Ordinal);
        Assert.Contains("/agnt5/mcp", exception.Message, StringComparison.Ordinal);
        Assert.Contains("options.AllowAnonymous = true", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorization_that_is_switched_off_for_the_route_is_none()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => McpApp.StartAsync(
            services: TokenAuthentication.Add, map: static app => app.MapAgnt5Mcp().RequireAuthorization().AllowAnonymous(), environment: "Production"));

        Assert.Contains("AllowAnonymous() switches authorization off", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorization_of_a_route_group_and_a_fallback_policy_count()
    {
        await using var grouped = await McpApp.StartAsync(
            services: TokenAuthentication.Add, map: static app => app.MapGroup("/inner").RequireAuthorization().MapAgnt5Mcp("/mcp"), environment: "Production");
        await using var fallback = await McpApp.StartAsync(
            services: static services =>
            {
                TokenAuthentication.Add(services);
                services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            environment: "Production");

        Assert.Equal(HttpStatusCode.Unauthorized, (await grouped.Client.PostAsync("/inner/mcp", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await fallback.Client.PostAsync("/agnt5/mcp", null)).StatusCode);
    }

    [Fact]
    public async Task An_app_behind_a_gateway_that_authenticates_says_so_and_starts()
    {
        await using var app = await McpApp.StartAsync(options: static options => options.AllowAnonymous = true, environment: "Production");
        await using var client = await app.ConnectAsync();

        Assert.NotEmpty(await client.ListToolsAsync());
    }

    [Fact]
    public async Task The_host_of_the_two_line_program_serves_tools_that_are_mapped_into_it_to_callers_with_a_token()
    {
        await using var host = ServerlessHost.Build(["--port", "0", "--environment", "Production"], Agnt5Components.Catalog, static builder => TokenAuthentication.Add(builder.Services));
        host.MapAgnt5Mcp().RequireAuthorization();
        await host.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("/agnt5/mcp", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/.well-known/agnt5")).StatusCode);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", TokenAuthentication.Token);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PostAsync("/agnt5/mcp", null)).StatusCode);
    }

    [Fact]
    public void An_app_without_an_endpoint_is_told_which_line_is_missing()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var exception = Assert.Throws<InvalidOperationException>(() => app.MapAgnt5Mcp());

        Assert.Contains("AddAgnt5(Agnt5Components.Catalog)", exception.Message, StringComparison.Ordinal);
    }
}
