namespace Agnt5.Local.Tests.Gateway;

/// <summary>An order of docs/local.md.</summary>
public sealed record PageOrder(string Id);

/// <summary>The component that docs/local.md shows.</summary>
public static class PageWork
{
    /// <summary>Asks, waits a minute and ships.</summary>
    [Workflow]
    public static async Task<string> ShipOrder(WorkflowContext ctx, PageOrder order)
    {
        var answer = await ctx.AskAsync($"Ship {order.Id}?", Question.Approval);
        await ctx.SleepAsync(TimeSpan.FromMinutes(1), "cool_down");
        return answer == "approve" ? "shipped" : "kept";
    }
}
