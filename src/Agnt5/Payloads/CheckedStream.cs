using System.Buffers;
using System.Net.Http;
using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>Hashes and counts a document while it is read, checks that it is JSON, and never reads past its expected length.</summary>
/// <param name="source">The bytes as they come from the store.</param>
/// <param name="size">The expected number of bytes.</param>
/// <param name="depth">How deep the document may nest.</param>
internal sealed class CheckedStream(Stream source, long size, JsonDepth depth) : Stream
{
    private const int DrainBufferLength = 16 * 1024;

    private readonly ContentHash _hash = new();
    private readonly JsonCheck _json = new(depth, size);
    private long _length;
    private bool _isAtEnd;

    /// <summary>The expected length in bytes.</summary>
    public long ExpectedLength => size;

    /// <summary>Whether the document is longer than expected. The rest is not read.</summary>
    public bool IsTooLong => _length > size;

    /// <summary>Whether the document is shorter than expected.</summary>
    public bool IsTooShort => _length < size;

    /// <summary>Whether the source failed. Then the exception that a reader sees comes from the source.</summary>
    public bool SourceFailed { get; private set; }

    public JsonCheck Json => _json;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens the body of a response.</summary>
    public static async Task<CheckedStream> OpenAsync(HttpContent body, long size, JsonDepth depth, CancellationToken cancellationToken)
    {
        try
        {
            return new CheckedStream(await body.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), size, depth);
        }
        catch (Exception exception) when (!IsOfHttp(exception))
        {
            throw Foreign(exception);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isAtEnd || IsTooLong || buffer.IsEmpty)
            return 0;

        // One byte more than expected is enough to know.
        var wanted = buffer[..(int)Math.Min(buffer.Length, size - _length + 1)];
        var count = await ReadSourceAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (count == 0)
        {
            _isAtEnd = true;
            _json.Complete();
            return 0;
        }

        _length += count;
        _hash.Append(wanted.Span[..count]);
        _json.Add(wanted.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Reads the rest of the document after it was bound.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(DrainBufferLength);
        try
        {
            while (await ReadAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
            {
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether the hash of everything that was read is <paramref name="expected"/>. Call it once, at the end.</summary>
    public bool HasHash(ReadOnlySpan<byte> expected) => _hash.Complete().AsSpan().SequenceEqual(expected);

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            _json.Dispose();
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadSourceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            SourceFailed = true;
            if (IsOfHttp(exception))
                throw;
            throw Foreign(exception);
        }
    }

    private static bool IsOfHttp(Exception exception) => exception is OperationCanceledException or IOException or HttpRequestException;

    // What a host's handler gave fails in ways of its own.
    private static IOException Foreign(Exception exception) => new("The stream of the object store failed.", exception);
}
