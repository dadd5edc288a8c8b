using Agnt5.Primitives;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Agnt5.Local.Gateway.Http;

/// <summary>Reads the body of a request, up to its bound.</summary>
internal static class RequestBody
{
    private const int FirstCapacity = 4 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, int maxBytes)
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
            buffer.Advance(read);
            if (buffer.Length > maxBytes)
                throw new GatewayException(GatewayRefusal.TooLarge(maxBytes));
        }

        return buffer.Span.ToArray();
    }
}
