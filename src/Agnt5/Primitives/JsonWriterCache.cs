using System.Buffers;
using System.Text.Json;

namespace Agnt5.Primitives;

/// <summary>Lends JSON writers and keeps one per thread, because a writer costs more than the small documents it writes.</summary>
internal static class JsonWriterCache
{
    // The level above an output is the response's own.
    private const int AnyDepth = JsonDepth.Most + 1;

    // The target of an idle writer, so that it keeps no response's memory alive.
    private static readonly ArrayBufferWriter<byte> Nowhere = new();

    [ThreadStatic]
    private static Utf8JsonWriter? _idle;

    /// <param name="output">The target.</param>
    /// <param name="maxDepth">How many levels may be written. An app has one bound for its outputs, so most writers can be used again.</param>
    public static Utf8JsonWriter Rent(IBufferWriter<byte> output, int maxDepth = AnyDepth)
    {
        var writer = _idle;
        if (writer is null || writer.Options.MaxDepth != maxDepth)
            return new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = PlainJsonEncoder.Instance, MaxDepth = maxDepth, SkipValidation = true });

        _idle = null;
        writer.Reset(output);
        return writer;
    }

    public static void Return(Utf8JsonWriter writer)
    {
        writer.Reset(Nowhere);
        _idle = writer;
    }
}
