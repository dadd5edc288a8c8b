using System.Text.Json;

namespace Agnt5.Primitives;

/// <summary>Writes a small JSON document into a new array.</summary>
internal static class JsonBytes
{
    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new PooledBuffer(256);
        var writer = JsonWriterCache.Rent(buffer);
        try
        {
            write(writer, value);
            writer.Flush();
        }
        finally
        {
            JsonWriterCache.Return(writer);
        }

        return buffer.Span.ToArray();
    }
}
