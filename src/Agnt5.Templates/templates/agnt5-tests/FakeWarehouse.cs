using EndpointNamespace;

namespace TestsNamespace;

/// <summary>A warehouse that remembers what it has shipped.</summary>
internal sealed class FakeWarehouse : IWarehouse
{
    public List<string> Shipped { get; } = [];

    public Task<decimal> FindPriceAsync(string article, CancellationToken cancellationToken) => Task.FromResult(article == "coffee" ? 2m : 1m);

    public Task ShipAsync(Order order, CancellationToken cancellationToken)
    {
        Shipped.Add(order.Id);
        return Task.CompletedTask;
    }
}
