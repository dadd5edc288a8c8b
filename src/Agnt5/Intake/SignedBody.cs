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

    private readonly PooledBuffer _buffer;
    private readonly int _bodyStart;

    /// <param name="headers">The signature's headers, or <see langword="null"/> when unsigned requests are allowed.</param>
    /// <param name="pool">Where the memory comes from.</param>
    public SignedBody(SignatureHeaders? headers, BufferPool pool)
    {
        Headers = headers;
        _buffer = new PooledBuffer(InitialCapacity, pool);
        if (headers is null)
            return;

        Encoding.UTF8.GetBytes(headers.Timestamp, _buffer);
        _buffer.Write("."u8);
        Encoding.UTF8.GetBytes(headers.AttemptId, _buffer);
        _buffer.Write("."u8);
        _bodyStart = _buffer.Length;
    }

    /// <summary>The signature's headers, or <see langword="null"/> for an unsigned request. Once the gate has let the request in, they are verified.</summary>
    public SignatureHeaders? Headers { get; }

    /// <summary>What the MAC covers.</summary>
    public ReadOnlySpan<byte> SignedMessage => _buffer.Span;

    /// <summary>The raw body.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.Memory[_bodyStart..];

    /// <summary>How many bytes of the body have arrived.</summary>
    public int Length => _buffer.Length - _bodyStart;

    /// <summary>How many bytes of memory it holds.</summary>
    public int Capacity => _buffer.Capacity;

    /// <summary>Its entry among the bodies that nobody has verified; none when it was there at once.</summary>
    public IncomingBody? Incoming { get; set; }

    /// <summary>How much memory it needs for so many more bytes, or 0 when there is room for them. Memory doubles, but not past <paramref name="expected"/> bytes of body.</summary>
    public int CapacityFor(int more, long expected)
    {
        var needed = checked(_buffer.Length + more);
        return needed <= Capacity ? 0 : BufferPool.SizeOf((int)Math.Max(needed, Math.Min(2L * Capacity, _bodyStart + expected)));
    }

    public void Grow(int capacity) => _buffer.Grow(capacity);

    public void Append(in ReadOnlySequence<byte> arrived)
    {
        foreach (var segment in arrived)
            _buffer.Write(segment.Span);
    }

    public void Dispose()
    {
        _buffer.Dispose();
        Incoming?.Dispose();
    }
}
