namespace QuickStart;

/// <summary>The source of prices; in a real service, an HTTP client or a database.</summary>
public interface IPriceList
{
    Task<decimal> FindAsync(string article, CancellationToken cancellationToken);
}

public sealed class PriceList : IPriceList
{
    private static readonly Dictionary<string, decimal> Prices = new() { ["tea"] = 4.20m, ["coffee"] = 5.90m };

    public Task<decimal> FindAsync(string article, CancellationToken cancellationToken) =>
        Prices.TryGetValue(article, out var price)
            ? Task.FromResult(price)
            : throw new Agnt5.NonRetryableException($"no article is named '{article}'");
}
