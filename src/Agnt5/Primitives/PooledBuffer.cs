using System.Buffers;

namespace Agnt5.Primitives;

/// <summary>A growing buffer on pooled memory, for the body of a request or response.</summary>
/// <param name="initialCapacity">For how many bytes there is room at first.</param>
/// <param name="pool">Where the memory comes from; the shared one when left out.</param>
internal sealed class PooledBuffer(int initialCapacity, BufferPool? pool = null) : IBufferWriter<byte>, IDisposable
{
    private readonly BufferPool _pool = pool ?? BufferPool.Shared;
    private byte[] _bytes = (pool ?? BufferPool.Shared).Rent(initialCapacity);

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>How many bytes of memory it holds.</summary>
    public int Capacity => _bytes.Length;

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - Length)
            Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public void Clear() => Length = 0;

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        Length = 0;
        if (bytes.Length > 0)
            _pool.Return(bytes);
    }

    /// <summary>Moves what was written into memory for at least <paramref name="capacity"/> bytes.</summary>
    public void Grow(int capacity)
    {
        var larger = _pool.Rent(capacity);
        Span.CopyTo(larger);
        var old = _bytes;
        _bytes = larger;
        if (old.Length > 0)
            _pool.Return(old);
    }

    private void Reserve(int sizeHint)
    {
        if (_bytes.Length - Length < Math.Max(sizeHint, 1))
            Grow(Math.Max(checked(Length + Math.Max(sizeHint, 1)), BufferPool.SizeAfter(_bytes.Length)));
    }
}
