using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using ModelContextProtocol;

namespace Agnt5.Mcp;

/// <summary>The large results of one user in the app's cache, so that any replica can read them.</summary>
/// <param name="cache">The app's cache.</param>
/// <param name="owner">Whose results they are (<see cref="CallerIdentity.KeyOf"/>).</param>
/// <param name="tellFailure">Logs that the cache failed.</param>
internal sealed class CachedResults(IDistributedCache cache, string owner, Action<Exception> tellFailure) : IResultStore
{
    private static readonly DistributedCacheEntryOptions ForAnHour = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) };

    public async ValueTask<bool> KeepAsync(LargeResult result, CancellationToken cancellationToken)
    {
        try
        {
            var key = KeyOf(result.Uri);
            await cache.SetAsync(key, result.Text, ForAnHour, cancellationToken).ConfigureAwait(false);
            // A cache without room may drop the result and say nothing.
            return await cache.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } kept && kept.Length == result.Text.Length;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The tool has run. Its result is not lost because a cache is.
            tellFailure(exception);
            return false;
        }
    }

    public async ValueTask<byte[]?> FindAsync(string uri, CancellationToken cancellationToken)
    {
        if (!ResultUri.IsOne(uri))
            return null;

        try
        {
            return await cache.GetAsync(KeyOf(uri), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            tellFailure(exception);
            throw new McpProtocolException("This server cannot read its kept results at present. Its log has the reason.", McpErrorCode.InternalError);
        }
    }

    /// <summary>Nothing: a cache does not know what it holds.</summary>
    public IReadOnlyList<LargeResult> List() => [];

    // The address of a result of another user leads to another key, and whoever reads the keys of the cache learns no address. The address has no line break.
    private string KeyOf(string uri) => $"agnt5:mcp:result:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{uri}\n{owner}")))}";
}
