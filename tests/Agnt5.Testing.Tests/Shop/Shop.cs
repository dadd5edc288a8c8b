namespace Agnt5.Testing.Tests.Shop;

public sealed record Order(string Id, decimal Total);

public sealed record Receipt(string OrderId, string Payment);

public sealed record Settlement(string Method);

/// <summary>What the shop's workflows need, as a test fakes it.</summary>
public interface IPayments
{
    Task<string> ChargeAsync(Order order, CancellationToken cancellationToken);
}

public sealed class FakePayments : IPayments
{
    public List<string> Charged { get; } = [];

    public Task<string> ChargeAsync(Order order, CancellationToken cancellationToken)
    {
        Charged.Add(order.Id);
        return Task.FromResult($"paid {order.Total:0.00}");
    }
}
