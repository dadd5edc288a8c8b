using System.Buffers.Binary;
using Microsoft.Extensions.Caching.Distributed;

namespace Agnt5;

/// <summary>
/// Remembers requests in a cache that all instances of an endpoint share, and that outlives each of them. A cache has no operation that asks and adds in one, so two instances that get a request
/// at the very same instant may both run it; derive from <see cref="SeenRequests"/> for a store that has one (Redis: <c>SET</c> with <c>NX</c>).
/// </summary>
/// <remarks>
/// A cache that evicts entries forgets requests: give it room, and no eviction (Redis: <c>noeviction</c>). Answers hold outputs and checkpoints, so whoever reads the cache reads them; set
/// <see cref="MaxAnswerBytes"/> to 0 to store none.
/// </remarks>
/// <param name="cache">The cache.</param>
/// <param name="time">The clock; the system's when it is <see langword="null"/>.</param>
public sealed class DistributedSeenRequests(IDistributedCache cache, TimeProvider? time = null) : SeenRequests
{
    // A request that nobody answered yet. Not empty: some caches take an empty value for none.
    private static readonly byte[] Unanswered = [0];

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    private const int StatusBytes = sizeof(ushort);

    /// <summary>The largest answer that is stored, in bytes; 0 stores none. A request whose answer is larger gets 409 when it comes again. Default: 64 KiB.</summary>
    public int MaxAnswerBytes { get; init; } = 64 * 1024;

    /// <inheritdoc/>
    public override async ValueTask<SeenRequest> RememberAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var key = KeyOf(signature);
        if (await cache.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } known)
            return known.Length > StatusBytes ? SeenRequest.Answered(BinaryPrimitives.ReadUInt16BigEndian(known), known.AsMemory(StatusBytes)) : SeenRequest.Repeated;

        await StoreAsync(key, Unanswered, until, cancellationToken).ConfigureAwait(false);
        return SeenRequest.New;
    }

    /// <inheritdoc/>
    public override async ValueTask HoldAnswerAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, int statusCode, ReadOnlyMemory<byte> body)
    {
        // A run may outlive the memory of its request. Caches throw for an entry that has expired already.
        if (body.Length > MaxAnswerBytes || until <= _time.GetUtcNow())
            return;

        var answer = new byte[StatusBytes + body.Length];
        BinaryPrimitives.WriteUInt16BigEndian(answer, (ushort)statusCode);
        body.Span.CopyTo(answer.AsSpan(StatusBytes));
        await StoreAsync(KeyOf(signature), answer, until, CancellationToken.None).ConfigureAwait(false);
    }

    private static string KeyOf(ReadOnlyMemory<byte> signature) => $"agnt5:seen:{Convert.ToHexStringLower(signature.Span)}";

    private Task StoreAsync(string key, byte[] value, DateTimeOffset until, CancellationToken cancellationToken) =>
        cache.SetAsync(key, value, new DistributedCacheEntryOptions { AbsoluteExpiration = until }, cancellationToken);
}
