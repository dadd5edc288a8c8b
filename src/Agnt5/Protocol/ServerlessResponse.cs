using Agnt5.Primitives;

namespace Agnt5;

/// <summary>The answer to one request: a status and a JSON body on pooled memory. Dispose it after the body was sent.</summary>
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

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The body as UTF-8 JSON. Valid until the response is disposed.</summary>
    public ReadOnlyMemory<byte> Body => _pooledBody?.Memory ?? _fixedBody;

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _pooledBody?.Dispose();
}
