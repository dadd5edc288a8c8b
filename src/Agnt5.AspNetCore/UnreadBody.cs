using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Agnt5.AspNetCore;

/// <summary>
/// What becomes of a body that was refused before its end. The web server would read and drop it for five seconds, however much comes. Here a caller has as long to see the answer, which a
/// connection that is closed with unread bytes may lose, and only a part of the rest is read.
/// </summary>
internal static class UnreadBody
{
    private const long MostSkipped = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether there can be one that matters: a stream of HTTP/2 or 3 is reset by the server, and its connection goes on.</summary>
    public static bool IsPossible(HttpContext context) =>
        (HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol))
            && context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false };

    /// <summary>Reads the rest of the body after the answer was written, and ends the connection when that is too much or takes too long.</summary>
    public static async Task SkipAsync(HttpContext context)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await context.Response.CompleteAsync().ConfigureAwait(false);
            var reader = context.Request.BodyReader;
            for (var skipped = 0L; skipped <= MostSkipped;)
            {
                var read = await reader.ReadAsync(patience.Token).ConfigureAwait(false);
                skipped += read.Buffer.Length;
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return;
            }

            // Nothing more is read, and so nothing more arrives, while the caller reads the answer.
            await Task.Delay(Timeout.Infinite, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // The caller has gone, or the web server cannot read the body and ends the connection itself.
        }
    }
}
