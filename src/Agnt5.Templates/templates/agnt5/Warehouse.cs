using Agnt5;

namespace EndpointNamespace;

/// <summary>Knows prices and ships orders. Tests put their own in its place.</summary>
public interface IWarehouse
{
    Task<decimal> FindPriceAsync(string article, CancellationToken cancellationToken);

    Task ShipAsync(Order order, CancellationToken cancellationToken);
}

/// <summary>A stand-in for the HTTP clients and databases of a real service.</summary>
public sealed class Warehouse(ILogger<Warehouse> logger) : IWarehouse
{
    private static readonly Dictionary<string, decimal> Prices = new() { ["tea"] = 4.20m, ["coffee"] = 5.90m };

    public Task<decimal> FindPriceAsync(string article, CancellationToken cancellationToken) =>
        Prices.TryGetValue(article, out var price)
            ? Task.FromResult(price)
            : throw new NonRetryableException($"No article is named '{article}'.");

    public Task ShipAsync(Order order, CancellationToken cancellationToken)
    {
        logger.LogInformation("Order {OrderId} is on its way", order.Id);
        return Task.CompletedTask;
    }
}
