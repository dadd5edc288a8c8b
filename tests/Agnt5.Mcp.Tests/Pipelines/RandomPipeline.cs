using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Rewrite;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Mcp.Tests.Pipelines;

/// <summary>Puts middleware into an app in a random order, branches included.</summary>
internal sealed class RandomPipeline(Random random, Action<IEndpointRouteBuilder> map)
{
    private const int DeepestBranch = 2;

    private readonly StringBuilder _text = new();

    /// <summary>What was added, in order.</summary>
    public override string ToString() => _text.ToString();

    /// <param name="app">The app or branch.</param>
    /// <param name="needsRouting">Whether nobody else adds routing and the routes.</param>
    /// <param name="depth">How many branches it is inside of.</param>
    public void AddTo(IApplicationBuilder app, bool needsRouting, int depth = 0)
    {
        var steps = new List<Action>();
        for (var count = random.Next(1, 7); count > 0; count--)
            steps.Add(Step(app, depth));
        if (random.Next(3) > 0)
            Insert(steps, 0, Step("UseAuthorization", () => app.UseAuthorization()), Step("UseAuthentication", () => app.UseAuthentication()));
        if (needsRouting)
            Insert(steps, 0, Step("UseEndpoints", () => app.UseEndpoints(AddRoutes)), Step("UseRouting", () => app.UseRouting()));
        foreach (var step in steps)
            step();
    }

    public void AddRoutes(IEndpointRouteBuilder routes)
    {
        map(routes);
        routes.MapGet("/home", static () => "home");
        if (random.Next(2) == 0)
            routes.MapFallback(static () => "the app's page").AllowAnonymous();
    }

    // In the order in which they run, each at some place after the one before.
    private void Insert(List<Action> steps, int from, Action last, Action first)
    {
        var place = random.Next(from, steps.Count + 1);
        steps.Insert(place, first);
        steps.Insert(random.Next(place + 1, steps.Count + 1), last);
    }

    private Action Step(IApplicationBuilder app, int depth) => random.Next(depth < DeepestBranch ? 15 : 12) switch
    {
        0 => Step("UseAuthentication", () => app.UseAuthentication()),
        1 => Step("UseAuthorization", () => app.UseAuthorization()),
        2 => Step("UseCors", () => app.UseCors(static (CorsPolicyBuilder cors) => cors.AllowAnyOrigin())),
        3 => Step("UseRateLimiter", () => app.UseRateLimiter()),
        4 => Step("UseExceptionHandler", () => app.UseExceptionHandler(static handler => handler.Run(static context => context.Response.WriteAsync("failed")))),
        5 => Step("UseStatusCodePagesWithReExecute(tools)", () => app.UseStatusCodePagesWithReExecute("/agnt5/mcp")),
        6 => Step("UseExceptionHandler(tools)", () => app.UseExceptionHandler("/agnt5/mcp")),
        7 => Step("UsePathBase", () => app.UsePathBase("/base")),
        8 => Step("UseRewriter(tools)", () => app.UseRewriter(new RewriteOptions().AddRewrite("^front$", "agnt5/mcp", skipRemainingRules: true))),
        9 => Step("UseRouting", () => app.UseRouting()),
        10 => Step("forget the route", () => app.Use(static (context, next) =>
        {
            context.SetEndpoint(null);
            return next(context);
        })),
        11 => Step("throw", () => app.Use(static (HttpContext context, RequestDelegate next) =>
            context.Request.Query.ContainsKey("throw") ? throw new InvalidOperationException("thrown") : next(context))),
        12 => Branch("Map", add => app.Map("/x", add), depth),
        13 => Branch("UseWhen", add => app.UseWhen(static context => context.Request.Query.Count == 0, add), depth),
        _ => Branch("MapWhen", add => app.MapWhen(static context => context.Request.Query.ContainsKey("branch"), add), depth),
    };

    private Action Step(string name, Action add) => () =>
    {
        _text.Append(name).Append("; ");
        add();
    };

    private Action Branch(string name, Action<Action<IApplicationBuilder>> add, int depth) => Step(name + " {", () =>
    {
        add(branch => AddTo(branch, needsRouting: random.Next(2) == 0, depth + 1));
        _text.Append("} ");
    });
}
