// Order processing with inventory, approval of large orders and payment (after samples of Dapr Workflow).
public sealed record OrderPayload(string Name, decimal TotalCost, int Quantity = 1);

public sealed record Stock(string Item, int Available);

public sealed record OrderOutcome(bool Processed, string? Reason = null);

public interface IStore
{
    Task<Stock> FindAsync(string item, CancellationToken cancellationToken);

    Task TakeAsync(string item, int quantity, CancellationToken cancellationToken);
}

public interface ICashier
{
    Task PayAsync(string requestId, decimal amount, CancellationToken cancellationToken);
}

public sealed class OrderProcessing(IStore store, ICashier cashier)
{
    private static readonly StepOptions Patient = new() { MaxAttempts = 3, InitialInterval = TimeSpan.FromSeconds(5) };

    /// <summary>Processes an order from stock check to payment.</summary>
    [Workflow("process_order")]
    public async Task<OrderOutcome> RunAsync(WorkflowContext ctx, OrderPayload order)
    {
        var orderId = ctx.RunId;
        await NotifyAsync(ctx, "received", $"Order {orderId} for {order.Quantity} {order.Name} came in.");

        var stock = await ctx.StepAsync("find_stock", ct => store.FindAsync(order.Name, ct), Patient);
        if (stock.Available < order.Quantity)
        {
            await NotifyAsync(ctx, "refused", $"Order {orderId}: not enough {order.Name}.");
            return new(false, "out of stock");
        }

        if (order.TotalCost > 50_000 && await ctx.AskAsync($"Approve order {orderId}?", Question.Approval) != "approve")
        {
            await NotifyAsync(ctx, "rejected", $"Order {orderId} was rejected.");
            return new(false, "rejected");
        }

        try
        {
            await ctx.StepAsync("pay", ct => cashier.PayAsync(orderId, order.TotalCost, ct), Patient);
            await ctx.StepAsync("take_stock", ct => store.TakeAsync(order.Name, order.Quantity, ct));
        }
        catch (StepFailedException failure)
        {
            await NotifyAsync(ctx, "failed", $"Order {orderId} failed at {failure.StepKey}.");
            return new(false, failure.Message);
        }

        await NotifyAsync(ctx, "completed", $"Order {orderId} is done.");
        return new(true);
    }

    private static Task NotifyAsync(WorkflowContext ctx, string occasion, string text) =>
        ctx.StepAsync("notify", () => Console.WriteLine(text), new StepOptions { Key = occasion });
}
