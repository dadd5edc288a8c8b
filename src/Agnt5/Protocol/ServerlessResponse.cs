using Agnt5.Primitives;

namespace Agnt5;

/// <summary>
/// The answer to one request: a status and a JSON body, which the host sends with <see cref="ContentType"/> and the body's length. The body may stand on pooled memory, so dispose the response once,
/// and only after the body was written to the connection or copied: from then on another request may write there.
/// </summary>
public sealed class ServerlessResponse : IDisposable
{
    /// <summary>The content type of every answer.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    private readonly ReadOnlyMemory<byte> _fixedBody;
    private readonly PooledBuffer? _pooledBody;

    internal ServerlessResponse(int statusCode, ReadOnlyMemory<byte> body)
    {
        StatusCode = statusCode;
        _fixedBody = body;
    }

    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The body, which the response owns from here on.</param>
    internal ServerlessResponse(int statusCode, PooledBuffer body)
    {
        StatusCode = statusCode;
        _pooledBody = body;
    }

    /// <summary>The HTTP status. Failures of runs have 200, and say so in the body (protocol section 5).</summary>
    public int StatusCode { get; }

    /// <summary>
    /// When the caller may try again, where the endpoint knows: the host sends it as <c>Retry-After</c>, in whole seconds. Default: <see langword="null"/>, for no such header. The endpoint sets it on
    /// 503 <c>WORKERLESS_BUSY</c> (protocol section 3).
    /// </summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>The body as UTF-8 JSON. Valid until the response is disposed.</summary>
    public ReadOnlyMemory<byte> Body => _pooledBody?.Memory ?? _fixedBody;

    /// <summary>Gives the memory back. The body must not be read any more.</summary>
    public void Dispose() => _pooledBody?.Dispose();
}
