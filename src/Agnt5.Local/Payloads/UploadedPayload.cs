using Agnt5.Primitives;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Local.Payloads;

/// <summary>Reads the body of an upload, up to its bound.</summary>
internal static class UploadedPayload
{
    public static async Task<(SavedPayload? Payload, PayloadRefusal? Refusal)> ReadAsync(HttpRequest request, long maxBytes, CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer(64 * 1024);
        try
        {
            while (await request.Body.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                buffer.Advance(read);
                if (buffer.Length > maxBytes)
                    return (null, PayloadRefusal.TooLong(maxBytes));
            }
        }
        catch (Exception exception) when (exception is IOException or BadHttpRequestException or OperationCanceledException)
        {
            return (null, PayloadRefusal.BrokenOff);
        }

        return (SavedPayload.Of(buffer.Span.ToArray()), null);
    }
}
