using System.Collections.Concurrent;

namespace BulkImport.Tests;

/// <summary>A supplier of 500 products, which counts how often each of them is copied.</summary>
internal sealed class FakeSupplier : ISupplier
{
    /// <summary>Products that are listed once more at the end.</summary>
    public string[] ListedTwice { get; init; } = [];

    /// <summary>How often each product was copied.</summary>
    public ConcurrentDictionary<string, int> Copied { get; } = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<string>> ListAsync(string catalog, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(1, 500).Select(number => $"{catalog}-{number:000}"), .. ListedTwice]);

    public Task<int> CopyAsync(string productId, CancellationToken cancellationToken)
    {
        Copied.AddOrUpdate(productId, 1, static (_, times) => times + 1);
        return Task.FromResult(1);
    }
}
