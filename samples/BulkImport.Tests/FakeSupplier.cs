using System.Collections.Concurrent;

namespace BulkImport.Tests;

/// <summary>A supplier of 500 products, which counts who asks for what.</summary>
internal sealed class FakeSupplier : ISupplier
{
    private readonly TaskCompletionSource _crowd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _atWork;
    private int _most;

    /// <summary>How often each product was copied.</summary>
    public ConcurrentDictionary<string, int> Copied { get; } = new(StringComparer.Ordinal);

    /// <summary>How many copies were at work at once at most.</summary>
    public int Most => _most;

    /// <summary>Answers nobody before so many have asked.</summary>
    public int Crowd { get; init; } = 1;

    public Task<IReadOnlyList<string>> ListAsync(string catalog, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(1, 500).Select(number => $"{catalog}-{number:000}")]);

    public async Task<int> CopyAsync(string productId, CancellationToken cancellationToken)
    {
        var atWork = Interlocked.Increment(ref _atWork);
        InterlockedMax(ref _most, atWork);
        if (atWork >= Crowd)
            _crowd.TrySetResult();
        await _crowd.Task.WaitAsync(cancellationToken);
        Copied.AddOrUpdate(productId, 1, static (_, times) => times + 1);
        Interlocked.Decrement(ref _atWork);
        return 1;
    }

    private static void InterlockedMax(ref int most, int value)
    {
        var seen = Volatile.Read(ref most);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref most, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
