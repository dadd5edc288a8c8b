using Agnt5;

namespace BulkImport;

/// <summary>Where the products come from; in a real service, an HTTP client.</summary>
public interface ISupplier
{
    /// <summary>The ids of all products of a catalog.</summary>
    Task<IReadOnlyList<string>> ListAsync(string catalog, CancellationToken cancellationToken);

    /// <summary>Copies a product into the shop. A product that is there already is written anew, so a second call changes nothing.</summary>
    /// <returns>The version of the product, and not the product: each request of the run brings all results back.</returns>
    Task<int> CopyAsync(string productId, CancellationToken cancellationToken);
}

/// <summary>A supplier of 500 products, of which three are broken. It takes a tenth of a second for each, and fails now and then.</summary>
public sealed class Supplier(TimeProvider time) : ISupplier
{
    public Task<IReadOnlyList<string>> ListAsync(string catalog, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(1, 500).Select(number => $"{catalog}-{number:000}")]);

    public async Task<int> CopyAsync(string productId, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        if (productId[^3..] is "013" or "113" or "313")
            throw new NonRetryableException($"{productId} has no price.");
        if (Random.Shared.Next(50) == 0)
            throw new HttpRequestException("The supplier is busy.");
        return 1;
    }
}
