using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Mcp.Tests.Pipelines;

/// <summary>What a random app has beside its pipeline: where it runs, and who demands authorization in which way.</summary>
internal sealed class AppPlan(Random random)
{
    private static readonly AuthorizationPolicy SignedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    private readonly bool _isBehindGateway = random.Next(4) == 0;
    private readonly bool _skipsPipeline = random.Next(8) == 0;
    private readonly bool _checksNothing = random.Next(4) == 0;

    public bool IsMinimal { get; } = random.Next(2) == 0;

    public string Environment { get; } = random.Next(4) == 0 ? "Development" : "Production";

    public Demand Demand { get; } = (Demand)random.Next(Enum.GetValues<Demand>().Length);

    public bool IsDemanded => Demand is not (Demand.Nothing or Demand.SwitchedOff);

    /// <summary>Whether a caller without credentials may run a tool, wherever the middleware stands.</summary>
    public bool ServesAnybody => !IsDemanded && (_isBehindGateway || Environment == "Development");

    /// <summary>Whether a caller with the token may run a tool. The one user has no role.</summary>
    public bool ServesUser => Demand != Demand.Role && (IsDemanded || ServesAnybody);

    public void Map(IEndpointRouteBuilder routes)
    {
        var target = Demand == Demand.Group ? routes.MapGroup("").RequireAuthorization() : routes;
        var tools = target.MapAgnt5Mcp(configure: options => options.AllowAnonymous = _isBehindGateway);
        _ = Demand switch
        {
            Demand.Route => tools.RequireAuthorization(),
            Demand.Role => tools.RequireAuthorization(static policy => policy.RequireRole("admin")),
            Demand.Policy => tools.WithMetadata(SignedIn),
            Demand.Requirement => tools.WithMetadata(new SignedInRequirement()),
            Demand.SwitchedOff => tools.RequireAuthorization().AllowAnonymous(),
            _ => tools,
        };
        if (_skipsPipeline)
            tools.ShortCircuit();
    }

    public void AddServices(IServiceCollection services)
    {
        Hosting.TokenAuthentication.Add(services);
        services.AddCors().AddRateLimiter(static _ => { });
        if (Demand == Demand.Fallback)
            services.AddAuthorizationBuilder().SetFallbackPolicy(SignedIn);
        if (_checksNothing)
            services.Configure<RouteOptions>(static options => options.SuppressCheckForUnhandledSecurityMetadata = true);
    }

    public override string ToString() =>
        $"{(IsMinimal ? "WebApplication" : "generic host")}, {Environment}, demand: {Demand}{(_isBehindGateway ? ", behind a gateway" : "")}" +
        $"{(_skipsPipeline ? ", short circuit" : "")}{(_checksNothing ? ", checks suppressed" : "")}";

    private sealed class SignedInRequirement : IAuthorizationRequirementData
    {
        public IEnumerable<IAuthorizationRequirement> GetRequirements() => SignedIn.Requirements;
    }
}

/// <summary>How an app demands authorization of the callers of its tools.</summary>
internal enum Demand
{
    Nothing,
    Route,
    Role,
    Group,
    Policy,
    Requirement,
    Fallback,
    SwitchedOff,
}
