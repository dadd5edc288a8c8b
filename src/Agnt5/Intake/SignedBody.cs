using System.Buffers;
using System.Text;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Intake;

/// <summary>
/// A request's body behind the text that its signature covers as well: <c>timestamp.attempt-id.</c> and then the raw bytes, in one
/// run, so that the MAC is computed over it in one go and nothing is copied for it (protocol section 3).
/// </summary>
internal sealed class SignedBody : IDisposable
{
    private const int InitialCapacity = 4096;

    // What has arrived of a large body waits in parts of one size. They fit every other body afterwards, where arrays that double would be left over in all sizes. Below the large object heap.
    private static readonly int PartLength = BufferPool.SizeOf(64 * 1024);

    private readonly BufferPool _pool;
    private readonly PooledBuffer _buffer;
    private readonly int _bodyStart;
    private List<byte[]>? _parts; // None in most requests.
    private int _inParts;

    /// <param name="headers">The signature's headers, or <see langword="null"/> when unsigned requests are allowed.</param>
    /// <param name="pool">Where the memory comes from.</param>
    public SignedBody(SignatureHeaders? headers, BufferPool pool)
    {
        Headers = headers;
        _pool = pool;
        _buffer = new PooledBuffer(InitialCapacity, pool);
        if (headers is null)
            return;

        Write(headers.Timestamp);
        Write(headers.AttemptId);
        _bodyStart = _buffer.Length;
    }

    /// <summary>The signature's headers, or <see langword="null"/> for an unsigned request. Once the gate has let the request in, they are verified.</summary>
    public SignatureHeaders? Headers { get; }

    /// <summary>What the MAC covers.</summary>
    public ReadOnlySpan<byte> SignedMessage => _buffer.Span;

    /// <summary>The raw body.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.Memory[_bodyStart..];

    /// <summary>How many bytes of the body have arrived.</summary>
    public int Length => _buffer.Length - _bodyStart + _inParts;

    /// <summary>How many bytes of memory it holds.</summary>
    public int HeldBytes => _buffer.Capacity + (PartCount * PartLength);

    private int PartCount => _parts?.Count ?? 0;

    /// <summary>Its entry among the bodies that nobody has verified; none when it was there at once.</summary>
    public IncomingBody? Incoming { get; set; }

    /// <summary>How many more bytes of memory it needs for so many more bytes of body.</summary>
    /// <param name="more">How many bytes have arrived.</param>
    /// <param name="isLast">Whether the body is then there, and becomes one run.</param>
    public int MemoryFor(int more, bool isLast)
    {
        var total = checked(_buffer.Length + _inParts + more);
        if (PartCount == 0 && total <= _buffer.Capacity)
            return 0;
        if (isLast)
            return BufferPool.SizeOf(total);
        if (PartCount == 0 && total <= PartLength)
            return BufferPool.SizeOf(Math.Max(total, 2 * _buffer.Capacity)) - _buffer.Capacity;
        return (((_inParts + more + PartLength - 1) / PartLength) - PartCount) * PartLength;
    }

    /// <summary>Adds a body that is there at once.</summary>
    public void Append(ReadOnlySpan<byte> whole)
    {
        Gather(_buffer.Length + whole.Length);
        _buffer.Write(whole);
    }

    /// <summary>Adds what has arrived.</summary>
    public void Append(in ReadOnlySequence<byte> arrived, bool isLast)
    {
        var total = _buffer.Length + _inParts + (int)arrived.Length;
        var isOneRun = isLast || (PartCount == 0 && total <= PartLength);
        if (isOneRun)
            Gather(total);
        foreach (var segment in arrived)
        {
            if (isOneRun)
                _buffer.Write(segment.Span);
            else
                WriteParts(segment.Span);
        }
    }

    public void Dispose()
    {
        _buffer.Dispose();
        ReturnParts();
        Incoming?.Dispose();
    }

    private void Write(string text)
    {
        var written = _buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length) + 1);
        var length = Encoding.UTF8.GetBytes(text, written);
        written[length] = (byte)'.';
        _buffer.Advance(length + 1);
    }

    private void Gather(int total)
    {
        if (total > _buffer.Capacity)
            _buffer.Grow(PartCount == 0 && total <= PartLength ? Math.Max(total, 2 * _buffer.Capacity) : total);
        for (var i = 0; i < PartCount; i++)
            _buffer.Write(_parts![i].AsSpan(0, Math.Min(PartLength, _inParts - (i * PartLength))));
        ReturnParts();
    }

    private void WriteParts(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            _parts ??= [];
            if (_inParts == PartCount * PartLength)
                _parts.Add(_pool.Rent(PartLength));
            var start = _inParts % PartLength;
            var count = Math.Min(bytes.Length, PartLength - start);
            bytes[..count].CopyTo(_parts[^1].AsSpan(start));
            _inParts += count;
            bytes = bytes[count..];
        }
    }

    private void ReturnParts()
    {
        _parts?.ForEach(_pool.Return);
        _parts = null;
        _inParts = 0;
    }
}
