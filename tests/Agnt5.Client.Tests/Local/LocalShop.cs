namespace Agnt5.Client.Tests.Local;

/// <summary>What is shipped.</summary>
public sealed record LocalOrder(string Id, int Total);

/// <summary>Components that a local AGNT5 runs.</summary>
public static class LocalShop
{
    /// <summary>Doubles the total.</summary>
    [Function]
    public static int DoubleTotal(LocalOrder order) => order.Total * 2;

    /// <summary>Asks, waits for the payment and ships.</summary>
    [Workflow]
    public static async Task<string> ShipOrder(WorkflowContext ctx, LocalOrder order)
    {
        if (await ctx.AskAsync("Ship it?", Question.Approval) is not "approve")
            return "rejected";
        var paid = await ctx.WaitForSignalAsync<int>("paid");
        return $"{order.Id} for {paid}";
    }

    /// <summary>Counts what was ordered.</summary>
    [Workflow]
    [OnEvent("order.created")]
    public static async Task<string> CountOrder(WorkflowContext ctx) => await ctx.StepAsync("count", () => "counted");
}
