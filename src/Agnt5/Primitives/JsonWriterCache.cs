using System.Buffers;
using System.Text.Json;

namespace Agnt5.Primitives;

/// <summary>Lends JSON writers and keeps two per thread, because a writer costs more than the small documents it writes.</summary>
internal static class JsonWriterCache
{
    // The level above an output is the response's own.
    private const int AnyDepth = JsonDepth.Most + 1;

    // The target of an idle writer, so that it keeps no response's memory alive.
    private static readonly ArrayBufferWriter<byte> Nowhere = new();

    [ThreadStatic]
    private static Utf8JsonWriter? _idle;

    // Writers of outputs. An app has one bound for them.
    [ThreadStatic]
    private static Utf8JsonWriter? _idleBounded;

    /// <param name="output">The target.</param>
    /// <param name="maxDepth">How many levels may be written.</param>
    public static Utf8JsonWriter Rent(IBufferWriter<byte> output, int maxDepth = AnyDepth)
    {
        ref var idle = ref Idle(maxDepth);
        var writer = idle;
        if (writer is null || writer.Options.MaxDepth != maxDepth)
            return new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = PlainJsonEncoder.Instance, MaxDepth = maxDepth, SkipValidation = true });

        idle = null;
        writer.Reset(output);
        return writer;
    }

    public static void Return(Utf8JsonWriter writer)
    {
        writer.Reset(Nowhere);
        Idle(writer.Options.MaxDepth) = writer;
    }

    private static ref Utf8JsonWriter? Idle(int maxDepth)
    {
        if (maxDepth == AnyDepth)
            return ref _idle;
        return ref _idleBounded;
    }
}
