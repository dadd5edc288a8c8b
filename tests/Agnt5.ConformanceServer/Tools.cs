namespace Agnt5.ConformanceServer;

public sealed record OrderStatus(string Id, string Status);

public sealed record Refund(string Id, double Amount, bool Refunded);

public static class Tools
{
    /// <summary>Look up an order</summary>
    [Tool]
    public static OrderStatus LookupOrder(string id) => new(id, "shipped");

    /// <summary>Refund an order</summary>
    [Tool(RequiresConfirmation = true)]
    public static Refund ConfirmRefund(string id, double amount) => new(id, amount, Refunded: true);
}
