// Order and tracking ids drawn in the workflow (after samples of Dapr Workflow).
using Microsoft.Extensions.Logging;

public sealed record NewOrder(string Customer, List<string> Items);

public sealed record PlacedOrder(Guid Id, string Tracking, List<string> Items);

public interface IOrders
{
    Task SaveAsync(PlacedOrder order, CancellationToken cancellationToken);
}

public sealed class RandomOrderIds(IOrders orders)
{
    /// <summary>Places an order.</summary>
    [Workflow]
    public async Task<PlacedOrder> PlaceOrder(WorkflowContext ctx, NewOrder order)
    {
        var id = {|AGT4002:Guid.NewGuid()|};
        var placed = new PlacedOrder(id, Tracking(), order.Items);
        await ctx.StepAsync("save", ct => orders.SaveAsync(placed, ct));
        ctx.Logger.LogInformation("Order {Id} is placed", id);
        return placed;
    }

    private static string Tracking() => {|AGT4002:Guid.CreateVersion7()|}.ToString("N").ToUpperInvariant();
}
