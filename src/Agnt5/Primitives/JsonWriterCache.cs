using System.Buffers;
using System.Text.Json;

namespace Agnt5.Primitives;

/// <summary>Lends JSON writers and keeps one per thread, because a writer costs more than the small documents it writes.</summary>
internal static class JsonWriterCache
{
    /// <summary>How many levels the envelope and untyped values may nest (protocol section 8).</summary>
    public const int UntypedDepth = 4096;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = PlainJsonEncoder.Instance,

        // Room for the response's own levels around a value of maximum depth.
        MaxDepth = UntypedDepth + 8,
        SkipValidation = true,
    };

    // The target of an idle writer, so that it keeps no response's memory alive.
    private static readonly ArrayBufferWriter<byte> Nowhere = new();

    [ThreadStatic]
    private static Utf8JsonWriter? _idle;

    public static Utf8JsonWriter Rent(IBufferWriter<byte> output)
    {
        var writer = _idle;
        if (writer is null)
            return new Utf8JsonWriter(output, Options);

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
