using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Components that log about the run in scopes, in every form that a scope may have.</summary>
public static class Logged
{
    [Function]
    public static void LogInScopes(FunctionContext ctx, string text) => Log(ctx, text);

    [Workflow]
    public static void LogInScopesOfAWorkflow(WorkflowContext ctx, string text) => Log(ctx, text);

    private static void Log(ComponentContext ctx, string text)
    {
        using var template = ctx.Logger.BeginScope("Run {Run} as {Invocation}", ctx.RunId, ctx.InvocationId);
        using var values = ctx.Logger.BeginScope(new Dictionary<string, object?> { ["run"] = ctx.RunId, [text] = 5, ["caller"] = ctx.Caller?.Client, ["none"] = null });
        using var pair = ctx.Logger.BeginScope(new[] { KeyValuePair.Create("text", text) });
        using var plain = ctx.Logger.BeginScope(text);
        using var record = ctx.Logger.BeginScope(new Customer(text));
        using var named = ctx.Logger.BeginScope(("customer", text));
        using var json = ctx.Logger.BeginScope(JsonSerializer.SerializeToElement(text));
        using var list = ctx.Logger.BeginScope("For {Customers}", new object[] { new[] { text } });
        using var parts = ctx.Logger.BeginScope(new Dictionary<string, object?> { ["customer"] = new Customer(text), ["json"] = JsonSerializer.SerializeToElement(text) });
        ctx.Logger.LogInformation("in scopes");
    }

    private sealed record Customer(string Name);
}
