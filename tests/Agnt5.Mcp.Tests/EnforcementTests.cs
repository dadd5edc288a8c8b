using System.Text.Json.Nodes;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Rewrite;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Agnt5.Mcp.Tests;

/// <summary>Apps that ask for authorization and put their middleware so that nothing enforces it.</summary>
public sealed class EnforcementTests
{
    private static readonly AuthorizationPolicy SignedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    private static readonly Dictionary<string, Func<IHost>> Holes = new(StringComparer.Ordinal)
    {
        ["no UseAuthorization, a policy as metadata"] = () => Routed(WithPolicy),
        ["no UseAuthorization, a requirement as metadata"] = () => Routed(static endpoints => endpoints.MapAgnt5Mcp().WithMetadata(new SignedInRequirement())),
        ["no UseAuthorization, a fallback policy"] = () => Routed(static endpoints => endpoints.MapAgnt5Mcp(), AddWithFallback),
        ["no UseAuthorization, and no check by ASP.NET Core"] = () => Routed(static endpoints => endpoints.MapAgnt5Mcp().RequireAuthorization(), AddWithoutCheck),
        ["no UseAuthorization, behind a gateway"] = () => Routed(static endpoints => endpoints.MapAgnt5Mcp(configure: static options => options.AllowAnonymous = true).WithMetadata(SignedIn)),
        ["UseAuthorization before UseRouting"] = static () => HostShapes.OnGenericHost("Production", TokenAuthentication.Add, static app =>
            app.UseAuthentication().UseAuthorization().UseRouting().UseEndpoints(WithPolicy)),
        ["UseAuthorization in another branch"] = static () => HostShapes.OnGenericHost("Production", TokenAuthentication.Add, static app =>
        {
            app.Map("/other", static branch => branch.UseRouting().UseAuthentication().UseAuthorization().UseEndpoints(static _ => { }));
            app.UseRouting().UseEndpoints(WithPolicy);
        }),
        ["UseAuthorization for some requests"] = static () => HostShapes.OnGenericHost("Production", TokenAuthentication.Add, static app =>
        {
            app.UseRouting().UseWhen(static context => context.Request.Query.Count > 0, static branch => branch.UseAuthentication().UseAuthorization());
            app.UseEndpoints(WithPolicy);
        }),
        ["a route that skips the pipeline, a fallback policy"] = static () => HostShapes.OnWebApplication("Production", AddWithFallback, static app => app.MapAgnt5Mcp().ShortCircuit()),
        ["a route that skips the pipeline, a policy as metadata"] = static () => HostShapes.OnWebApplication("Production", TokenAuthentication.Add, static app =>
            app.MapAgnt5Mcp().WithMetadata(SignedIn).ShortCircuit()),
        ["another route was authorized, and the request then rewritten"] = static () => HostShapes.OnWebApplication("Production", TokenAuthentication.Add, static app =>
        {
            app.MapFallback(static () => "the app's page");
            app.MapAgnt5Mcp("/tools").RequireAuthorization();
            app.UseRewriter(new RewriteOptions().AddRewrite("^agnt5/mcp$", "tools", skipRemainingRules: true));
        }),
    };

    public static TheoryData<string> HoleNames => [.. Holes.Keys];

    [Theory]
    [MemberData(nameof(HoleNames))]
    public async Task Nobody_runs_a_tool_where_authorization_is_demanded_and_not_enforced_and_the_log_says_once_what_to_do(string hole)
    {
        await using var calls = await ToolCalls.StartAsync(Holes[hole]());

        var first = await calls.CallAsync();
        var second = await calls.CallAsync();

        foreach (var call in (ToolCall[])[first, second])
        {
            Assert.Equal((500, false), (call.Status, call.Ran));
            var error = JsonNode.Parse(call.Body)!["error"]!;
            Assert.Equal((-32603, "This server's authorization is not in force, so it serves nobody. Its log has the reason."), (error["code"]!.GetValue<int>(), error["message"]!.GetValue<string>()));
        }

        var line = Assert.Single(calls.Advice);
        Assert.Contains("UseAuthorization()", line, StringComparison.Ordinal);
        Assert.DoesNotContain(calls.Log.Lines, static kept => kept.Line.StartsWith("An MCP request was refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_was_refused_gets_no_second_chance_behind_the_authorization()
    {
        await using var calls = await ToolCalls.StartAsync(HostShapes.OnGenericHost("Production", TokenAuthentication.Add, static app =>
        {
            // A page of errors that is a tool, for refused requests, and authorization for the first pass alone.
            app.UseStatusCodePagesWithReExecute("/agnt5/mcp").UseRouting().UseAuthentication();
            app.UseWhen(static context => context.Features.Get<IStatusCodeReExecuteFeature>() is null, static branch => branch.UseAuthorization());
            app.UseEndpoints(WithPolicy);
        }));

        var call = await calls.CallAsync();

        Assert.Equal((500, false), (call.Status, call.Ran));
        Assert.True((await calls.CallAsync(withToken: true)).Ran);
    }

    [Fact]
    public async Task A_request_that_another_route_was_authorized_for_is_no_call_of_a_caller_with_a_token_either()
    {
        await using var calls = await ToolCalls.StartAsync(Holes["another route was authorized, and the request then rewritten"]());

        Assert.False((await calls.CallAsync(withToken: true)).Ran);
        Assert.True((await calls.CallAsync("/tools", withToken: true)).Ran);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task An_app_that_demands_authorization_without_the_services_for_it_does_not_start(string environment)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ToolCalls.StartAsync(HostShapes.OnWebApplication(environment, static _ => { }, WithPolicy)));

        Assert.Contains("AddAuthorization()", exception.Message, StringComparison.Ordinal);
        Assert.Contains("/agnt5/mcp", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public async Task Tools_that_are_mapped_once_the_app_runs_are_as_safe_as_those_before(string environment, bool served)
    {
        var app = HostShapes.OnWebApplication(environment, static _ => { }, static app => app.MapGet("/", static () => "home"));
        await using var calls = await ToolCalls.StartAsync(app);

        app.MapAgnt5Mcp();

        Assert.Equal(served, (await calls.CallAsync()).Ran);
        Assert.Equal(served ? 0 : 1, calls.Advice.Count);
    }

    private static void WithPolicy(IEndpointRouteBuilder endpoints) => endpoints.MapAgnt5Mcp().WithMetadata(SignedIn);

    private static IHost Routed(Action<IEndpointRouteBuilder> map, Action<IServiceCollection>? services = null) =>
        HostShapes.OnGenericHost("Production", services ?? TokenAuthentication.Add, app => app.UseRouting().UseAuthentication().UseEndpoints(map));

    private static void AddWithFallback(IServiceCollection services)
    {
        TokenAuthentication.Add(services);
        services.AddAuthorizationBuilder().SetFallbackPolicy(SignedIn);
    }

    private static void AddWithoutCheck(IServiceCollection services)
    {
        TokenAuthentication.Add(services);
        services.Configure<RouteOptions>(static options => options.SuppressCheckForUnhandledSecurityMetadata = true);
    }

    private sealed class SignedInRequirement : IAuthorizationRequirementData
    {
        public IEnumerable<IAuthorizationRequirement> GetRequirements() => SignedIn.Requirements;
    }
}
