namespace Agnt5.Client.Wire;

/// <summary>Reads the body of an answer, and not more of it than the client takes.</summary>
internal static class BoundedBody
{
    /// <exception cref="AnswerTooLargeException">It is larger.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
            throw new AnswerTooLargeException();
        var body = new MemoryStream(content.Headers.ContentLength is { } length ? (int)Math.Min(length, 1024 * 1024) : 0);
        var (taken, isWhole) = await CopyAsync(content, body, maxBytes, cancellationToken).ConfigureAwait(false);
        return isWhole ? taken : throw new AnswerTooLargeException();
    }

    /// <summary>Reads the beginning.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadStartAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken) =>
        (await CopyAsync(content, new MemoryStream(), maxBytes, cancellationToken).ConfigureAwait(false)).Bytes;

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> CopyAsync(HttpContent content, MemoryStream body, int maxBytes, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[16 * 1024];
            while (true)
            {
                var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return (body.GetBuffer().AsMemory(0, (int)body.Length), true);
                var taken = (int)Math.Min(read, maxBytes - body.Length);
                body.Write(buffer, 0, taken);
                if (taken < read)
                    return (body.GetBuffer().AsMemory(0, (int)body.Length), false);
            }
        }
    }
}
