using System.Globalization;
using System.Net.Http;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>Reads the body of a response up to a bound, into memory of its own: what an answer brought is kept for as long as its run.</summary>
internal static class ResponseBody
{
    // A longer body gets its memory as it comes, and not because a header promised it.
    private const int TrustedLength = 1024 * 1024;

    /// <exception cref="EndpointException">The body is too long, or encoded although nobody asked for it.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, int mostBytes, CancellationToken cancellationToken)
    {
        var headers = response.Content.Headers;
        if (headers.ContentEncoding.FirstOrDefault(static encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)) is { } encoding)
            throw Nonsense($"The answer is encoded as {CallerText.Shorten(encoding)}, although the request accepts identity alone. Turn compression off for the endpoint's routes");
        if (headers.ContentLength > mostBytes)
            throw TooLong(mostBytes);

        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return headers.ContentLength is <= TrustedLength and var length
            ? await ReadExactlyAsync(stream, (int)length, cancellationToken).ConfigureAwait(false)
            : await ReadGrowingAsync(stream, mostBytes, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadExactlyAsync(Stream stream, int length, CancellationToken cancellationToken)
    {
        if (length == 0)
            return default;

        var bytes = GC.AllocateUninitializedArray<byte>(length);
        await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadGrowingAsync(Stream stream, int mostBytes, CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer(4096);
        while (true)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return buffer.Span.ToArray();
            buffer.Advance(read);
            if (buffer.Length > mostBytes)
                throw TooLong(mostBytes);
        }
    }

    private static EndpointException TooLong(int mostBytes) => Nonsense(string.Create(
        CultureInfo.InvariantCulture, $"The answer is longer than {mostBytes} bytes. Return less, or store what is large elsewhere and return where it is"));

    private static EndpointException Nonsense(string message) => new(LossCodes.InvalidResponse, $"{message}.");
}
