namespace Agnt5.Cli.Tests.Components;

/// <summary>An order of the tests.</summary>
public sealed record ShopOrder(string Id, int Total);

/// <summary>Components that ask, sleep, wait, succeed and fail.</summary>
public static class Shop
{
    [Workflow]
    public static async Task<string> Ship(WorkflowContext ctx, ShopOrder order)
    {
        var reserved = await ctx.StepAsync("reserve", () => $"r-{order.Id}");
        if (!await ctx.AskApprovalAsync($"Ship {order.Id}?"))
            return "rejected";
        await ctx.SleepAsync(TimeSpan.FromDays(30), "cool_down");
        var paid = await ctx.WaitForSignalAsync<int>("paid");
        return $"{reserved} for {paid}";
    }

    [Workflow]
    public static async Task<string> Collect(WorkflowContext ctx, ShopOrder order)
    {
        var name = await ctx.AskAsync("Who collects it?");
        var paid = await ctx.WaitForSignalAsync<int>("paid");
        return $"{order.Id} to {name} for {paid}";
    }

    /// <summary>Works, sleeps for an hour, and works again.</summary>
    [Workflow]
    public static async Task<string> Rest(WorkflowContext ctx, int workMs, int workLaterMs = 0)
    {
        await ctx.AskApprovalAsync("Rest?");
        await ctx.StepAsync("work", ct => Task.Delay(workMs, ct));
        await ctx.SleepAsync(TimeSpan.FromHours(1), "rest");
        await ctx.StepAsync("work_later", ct => Task.Delay(workLaterMs, ct));
        return "rested";
    }

    [Workflow]
    [OnEvent("order.created")]
    public static string Greet(WorkflowContext ctx, ShopOrder order) => $"hello {order.Id}";

    [Workflow]
    [OnWebhook("github", "issues.opened")]
    public static string Triage(WorkflowContext ctx) => "triaged";

    [Function]
    public static int Double(int number) => number * 2;

    [Function("twin")]
    public static int TwinFunction(int number) => number;

    /// <summary>Gives a number back.</summary>
    [Tool("twin")]
    public static int TwinTool(int number) => number;

    [Function]
    public static int Break(int number) => throw new NonRetryableException($"no {number}\u001b[2Jgone");
}
