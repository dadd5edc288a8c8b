using Agnt5;

namespace SupportAgent;

/// <summary>The support desk of a shop: what its agents can do, and who they are. The class is constructed from the services of each call.</summary>
public sealed partial class SupportDesk(OrderBook orders)
{
    /// <summary>Looks up an order.</summary>
    /// <param name="orderId">The order's number, for example o-1.</param>
    [Tool]
    public Task<Order> LookupOrderAsync(string orderId, CancellationToken cancellationToken) => orders.FindAsync(orderId, cancellationToken);

    /// <summary>Pays an order back. A person has to agree to each call.</summary>
    /// <param name="orderId">The order's number, for example o-1.</param>
    [Tool(RequiresConfirmation = true)]
    public Task<Refund> RefundAsync(FunctionContext ctx, string orderId, CancellationToken cancellationToken) =>
        orders.RefundAsync(orderId, ctx.IdempotencyKey, cancellationToken);
}
