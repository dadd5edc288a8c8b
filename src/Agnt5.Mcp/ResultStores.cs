using System.Security.Claims;
using Agnt5.Primitives;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp;

/// <summary>Knows where large results are kept: in the client's session, or in the app's cache for clients without one. Or nowhere.</summary>
internal sealed class ResultStores
{
    private const long MostBytesOfSessions = 128 * 1024 * 1024;
    private const long MostBytesOfUser = 32 * 1024 * 1024;

    private readonly KeptBytes _bytes = new(MostBytesOfSessions, MostBytesOfUser);
    private readonly bool _isOn;
    private readonly IDistributedCache? _cache;
    private readonly LineTally _lines;
    private readonly ILogger _logger;

    private ResultStores(bool isOn, IDistributedCache? cache, TimeProvider time, ILogger logger)
    {
        _isOn = isOn;
        _cache = cache;
        _logger = logger;
        _lines = new LineTally(time, (_, count) => McpLog.CacheFailedMore(logger, count));
    }

    /// <exception cref="InvalidOperationException">The app wants results to be kept, and there is no place for them; the message names the fix.</exception>
    public static ResultStores Create(IServiceProvider services, Agnt5McpOptions options, TimeProvider time, ILogger logger)
    {
        var isOn = options.MaxInlineResultBytes is not null;
        // A cache that is not needed is not made.
        var cache = isOn ? services.GetService<IDistributedCache>() : null;
        if (isOn && cache is null && !options.Stateful)
        {
            throw new InvalidOperationException(
                "MapAgnt5Mcp found that the option MaxInlineResultBytes is set, and that there is no place to keep results in. Add a distributed cache to the services, or set the option Stateful.");
        }

        return new ResultStores(isOn, cache, time, logger);
    }

    /// <summary>The results of a new session, or <see langword="null"/> when none are kept.</summary>
    public SessionResults? OfSession(string owner) => _isOn ? new SessionResults(_bytes, owner) : null;

    /// <summary>The results of a user without a session, or <see langword="null"/> when none are kept.</summary>
    public IResultStore? Of(ClaimsPrincipal user) => _cache is null ? null : new CachedResults(_cache, CallerIdentity.KeyOf(user), TellFailure);

    private void TellFailure(Exception exception)
    {
        if (_lines.IsFirst("cache"))
            McpLog.CacheFailed(_logger, exception);
    }
}
