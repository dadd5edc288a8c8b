using Agnt5.Primitives;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Agnt5.Local.Gateway.Http;

/// <summary>Reads the body of a request, up to its bound.</summary>
internal static class RequestBody
{
    private const int FirstCapacity = 4 * 1024;

    /// <param name="http">The request.</param>
    /// <param name="maxBytes">The bound.</param>
    /// <param name="room">Where its bytes are counted, when nobody knows yet who sends them.</param>
    /// <exception cref="GatewayException">There are too many.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, int maxBytes, UnverifiedBytes.Room? room)
    {
        var request = http.Request;
        // The bound of the gateway counts, and not the server's.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        if (request.ContentLength > maxBytes)
            throw new GatewayException(GatewayRefusal.TooLarge(maxBytes));

        using var buffer = new PooledBuffer(FirstCapacity);
        while (await request.Body.ReadAsync(buffer.GetMemory(), http.RequestAborted).ConfigureAwait(false) is var read and > 0)
        {
            room?.Take(read);
            buffer.Advance(read);
            if (buffer.Length > maxBytes)
                throw new GatewayException(GatewayRefusal.TooLarge(maxBytes));
        }

        return buffer.Span.ToArray();
    }
}
