using Agnt5;

namespace QuickStart;

/// <summary>How an order ended.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="Status">shipped, rejected or expired.</param>
public sealed record Shipment(string OrderId, string Status);

public static class Shipping
{
    /// <summary>Asks a person before an order is shipped, and lets it cool down for an hour. Between the calls no process has to run.</summary>
    [Workflow]
    public static async Task<Shipment> ShipOrder(WorkflowContext ctx, Order order)
    {
        var approval = await ctx.AskApprovalAsync($"Ship order {order.Id}?", timeout: TimeSpan.FromDays(2));
        if (!approval)
            return new Shipment(order.Id, approval.IsTimedOut ? "expired" : "rejected");

        await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
        await ctx.StepAsync("ship", () => ctx.Logger.LogInformation("Order {OrderId} is on its way", order.Id));
        return new Shipment(order.Id, "shipped");
    }
}
