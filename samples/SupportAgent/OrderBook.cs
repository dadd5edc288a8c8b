using System.Collections.Concurrent;
using Agnt5;

namespace SupportAgent;

/// <summary>An order of the shop.</summary>
/// <param name="Id">The order's number, for example o-1.</param>
/// <param name="Status">packed, shipped or delivered.</param>
/// <param name="Total">What it cost, in euros.</param>
public sealed record Order(string Id, string Status, decimal Total);

/// <summary>A refund that was made.</summary>
/// <param name="OrderId">The order's number.</param>
/// <param name="Amount">What was paid back, in euros.</param>
public sealed record Refund(string OrderId, decimal Amount);

/// <summary>The store of orders; in a real service, a database and a payment provider.</summary>
public sealed class OrderBook
{
    private static readonly Dictionary<string, Order> Orders = new()
    {
        ["o-1"] = new("o-1", "shipped", 42.50m),
        ["o-2"] = new("o-2", "packed", 9.90m),
        ["o-3"] = new("o-3", "delivered", 120m),
    };

    private readonly ConcurrentDictionary<string, Refund> _refunds = new();

    public Task<Order> FindAsync(string id, CancellationToken cancellationToken) =>
        Orders.TryGetValue(id, out var order)
            ? Task.FromResult(order)
            : throw new NonRetryableException($"there is no order '{id}'");

    /// <summary>Pays an order back. A second call with the same key returns the first one's refund.</summary>
    public async Task<Refund> RefundAsync(string id, string idempotencyKey, CancellationToken cancellationToken)
    {
        var order = await FindAsync(id, cancellationToken);
        return _refunds.GetOrAdd(idempotencyKey, _ => new Refund(order.Id, order.Total));
    }
}
