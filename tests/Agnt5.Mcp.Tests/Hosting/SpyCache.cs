using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace Agnt5.Mcp.Tests.Hosting;

/// <summary>A cache that shows what it holds and for how long, and fails when told to.</summary>
public sealed class SpyCache : IDistributedCache
{
    public const string Secret = "redis-1:6379,password=hunter2";

    private readonly ConcurrentDictionary<string, byte[]> _values = new();

    public bool Fails { get; set; }

    public IEnumerable<string> Keys => _values.Keys;

    public TimeSpan? Lifetime { get; private set; }

    public byte[]? Get(string key) => Checked()._values.GetValueOrDefault(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        Checked()._values[key] = value;
        Lifetime = options.AbsoluteExpirationRelativeToNow;
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Set(key, value, options);
        return Task.CompletedTask;
    }

    public void Refresh(string key) => Checked();

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key) => _values.TryRemove(key, out _);

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        Remove(key);
        return Task.CompletedTask;
    }

    private SpyCache Checked() => Fails ? throw new InvalidOperationException($"Cannot reach {Secret}") : this;
}
