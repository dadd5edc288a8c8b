using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Mcp.Tests;

/// <summary>Who may call: the same in an app of any shape, as long as its middleware stands where ASP.NET Core wants it.</summary>
public sealed class HostShapeTests
{
    private const string SwitchedOffFallback = "a fallback policy, switched off";

    private static readonly Rule[] Rules =
    [
        new("nothing", static routes => routes.MapAgnt5Mcp(), InProduction: Outcome.NoStart, InDevelopment: Outcome.Anybody),
        new("a gateway in front", static routes => routes.MapAgnt5Mcp(configure: static options => options.AllowAnonymous = true), Outcome.Anybody, Outcome.Anybody),
        new("the route", static routes => routes.MapAgnt5Mcp().RequireAuthorization(), Outcome.SignedIn, Outcome.SignedIn),
        new("the route, behind a gateway", static routes => routes.MapAgnt5Mcp(configure: static options => options.AllowAnonymous = true).RequireAuthorization(), Outcome.SignedIn, Outcome.SignedIn),
        new("its group", static routes => routes.MapGroup("/agnt5").RequireAuthorization().MapAgnt5Mcp("/mcp"), Outcome.SignedIn, Outcome.SignedIn),
        new("the route for others", static routes => routes.MapAgnt5Mcp().RequireAuthorization(static policy => policy.RequireRole("admin")), Outcome.Others, Outcome.Others),
        new("the route, switched off", static routes => routes.MapAgnt5Mcp().RequireAuthorization().AllowAnonymous(), Outcome.NoStart, Outcome.Anybody),
        new("a fallback policy", static routes => routes.MapAgnt5Mcp(), Outcome.SignedIn, Outcome.SignedIn, AddFallback),
        new(SwitchedOffFallback, static routes => routes.MapAgnt5Mcp().AllowAnonymous(), Outcome.NoStart, Outcome.Anybody, AddFallback),
    ];

    private enum Outcome
    {
        NoStart,
        Anybody,
        SignedIn,
        Others,
    }

    public static TheoryData<string, string> ShapesAndEnvironments
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var shape in HostShapes.All)
            {
                rows.Add(shape, "Production");
                rows.Add(shape, "Development");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndEnvironments))]
    public async Task The_same_callers_run_a_tool_in_an_app_of_any_shape(string shape, string environment)
    {
        foreach (var rule in Rules)
        {
            var expected = environment == "Production" ? rule.InProduction : rule.InDevelopment;
            // A WebApplication asks the fallback policy in front of its branches, where no route is known yet that could switch it off.
            if (rule.Name == SwitchedOffFallback && shape == HostShapes.MinimalBranch && expected == Outcome.Anybody)
                expected = Outcome.SignedIn;
            var outcome = await TryAsync(shape, environment, rule.Map, rule.Services);
            Assert.True(expected == outcome, $"{shape}, {environment}, authorization demanded by {rule.Name}: {outcome} instead of {expected}");
        }
    }

    [Theory]
    [MemberData(nameof(ShapesAndEnvironments))]
    public async Task Without_the_services_of_authorization_there_is_no_third_thing_between_everybody_and_no_start(string shape, string environment)
    {
        static void None(IServiceCollection services)
        {
        }

        Assert.Equal(environment == "Production" ? Outcome.NoStart : Outcome.Anybody, await TryAsync(shape, environment, static routes => routes.MapAgnt5Mcp(), None));
        Assert.Equal(Outcome.NoStart, await TryAsync(shape, environment, static routes => routes.MapAgnt5Mcp().RequireAuthorization(), None));
        Assert.Equal(Outcome.Anybody, await TryAsync(shape, environment, static routes => routes.MapAgnt5Mcp(configure: static options => options.AllowAnonymous = true), None));
    }

    [Theory]
    [MemberData(nameof(ShapesAndEnvironments))]
    public async Task Two_servers_in_one_app_each_keep_their_own_rule(string shape, string environment)
    {
        var prefix = HostShapes.PrefixOf(shape);
        await using var calls = await ToolCalls.StartAsync(HostShapes.Build(shape, environment, TokenAuthentication.Add, static routes =>
        {
            routes.MapAgnt5Mcp("/closed").RequireAuthorization();
            routes.MapAgnt5Mcp("/open", static options => options.AllowAnonymous = true);
        }));

        Assert.False((await calls.CallAsync($"{prefix}/closed")).Ran);
        Assert.True((await calls.CallAsync($"{prefix}/closed", withToken: true)).Ran);
        Assert.True((await calls.CallAsync($"{prefix}/open")).Ran);
        Assert.True((await calls.CallAsync($"{prefix}/open", withToken: true)).Ran);
    }

    private static async Task<Outcome> TryAsync(string shape, string environment, Action<IEndpointRouteBuilder> map, Action<IServiceCollection> services)
    {
        ToolCalls calls;
        try
        {
            calls = await ToolCalls.StartAsync(HostShapes.Build(shape, environment, services, map));
        }
        catch (InvalidOperationException exception) when (exception.Message.StartsWith("MapAgnt5Mcp", StringComparison.Ordinal))
        {
            return Outcome.NoStart;
        }

        await using (calls)
        {
            var path = $"{HostShapes.PrefixOf(shape)}/agnt5/mcp";
            var (nobody, somebody) = (await calls.CallAsync(path), await calls.CallAsync(path, withToken: true));
            return (nobody.Ran, nobody.Status, somebody.Ran, somebody.Status) switch
            {
                (true, 200, true, 200) => Outcome.Anybody,
                (false, 401, true, 200) => Outcome.SignedIn,
                (false, 401, false, 403) => Outcome.Others,
                _ => throw new InvalidOperationException($"{shape}, {environment}: {nobody} and {somebody}"),
            };
        }
    }

    private static void AddFallback(IServiceCollection services)
    {
        TokenAuthentication.Add(services);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <param name="Name">What demands authorization.</param>
    /// <param name="Map">Maps the tools.</param>
    /// <param name="InProduction">Who may call in Production.</param>
    /// <param name="InDevelopment">Who may call in Development.</param>
    /// <param name="OwnServices">Services that the rule needs, beside the app's one user.</param>
    private sealed record Rule(
        string Name, Action<IEndpointRouteBuilder> Map, Outcome InProduction, Outcome InDevelopment, Action<IServiceCollection>? OwnServices = null)
    {
        public Action<IServiceCollection> Services { get; } = OwnServices ?? TokenAuthentication.Add;
    }
}
