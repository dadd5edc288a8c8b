using System.Buffers;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Payloads;

/// <summary>Counts and hashes an output, and keeps it only as long as it may stay inline.</summary>
/// <param name="threshold">The length up to which the output stays inline.</param>
internal sealed class OutputMeasure(long threshold) : IBufferWriter<byte>, IDisposable
{
    private const int PieceLength = 16 * 1024;

    private readonly ContentHash _hash = new();
    private readonly PooledBuffer _kept = new(PieceLength);
    private readonly PooledBuffer _piece = new(PieceLength);
    private long _length;

    /// <summary>Writes an output into the response, unless it is over the threshold.</summary>
    /// <returns>The output that is over the threshold, with its length and hash.</returns>
    /// <exception cref="OutputSerializationException">The value cannot be written.</exception>
    /// <exception cref="ChecksumException">The value cannot be hashed.</exception>
    public static LargeOutput<T>? WriteOrMeasure<T>(T value, JsonTypeInfo<T> type, long threshold, ResponseWriter response, JsonDepth depth)
    {
        using var measure = new OutputMeasure(threshold);
        measure.Take(value, type, depth);
        if (measure._length > threshold)
            return new LargeOutput<T>(value, type, measure._length, measure._hash.Complete());

        response.WriteOutput(measure._kept.Span);
        return null;
    }

    public void Advance(int count)
    {
        _piece.Advance(count);
        _length += count;
        _hash.Append(_piece.Span);
        if (_length > threshold)
            _kept.Dispose();
        else
            _kept.Write(_piece.Span);
        _piece.Clear();
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => _piece.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _piece.GetSpan(sizeHint);

    public void Dispose()
    {
        _hash.Dispose();
        _kept.Dispose();
        _piece.Dispose();
    }

    private void Take<T>(T value, JsonTypeInfo<T> type, JsonDepth depth)
    {
        var writer = JsonWriterCache.Rent(this, depth.Levels);
        try
        {
            BoundJson.Write(writer, value, type);
            writer.Flush();
        }
        catch (Exception exception) when (exception is not ChecksumException)
        {
            throw new OutputSerializationException(exception);
        }
        finally
        {
            JsonWriterCache.Return(writer);
        }
    }
}
