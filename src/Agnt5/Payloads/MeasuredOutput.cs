using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Payloads;

/// <summary>Writes an output into the response up to the caller's threshold, and measures a larger one (protocol section 7).</summary>
/// <param name="response">The response.</param>
/// <param name="outputUpload">The request's <c>output_upload</c>.</param>
/// <param name="depth">How deep the output may nest.</param>
internal sealed class MeasuredOutput(ResponseWriter response, ReadOnlyMemory<byte> outputUpload, JsonDepth depth) : IOutputSink
{
    /// <summary>The output, where it is too large to stay in the response.</summary>
    public LargeOutput? Large { get; private set; }

    /// <exception cref="OutputSerializationException">The value cannot be written.</exception>
    /// <exception cref="ChecksumException">The value cannot be hashed.</exception>
    public void WriteOutput<T>(T value, JsonTypeInfo<T> type)
    {
        if (OutputUpload.Threshold(outputUpload) is { } threshold)
            Large = OutputMeasure.WriteOrMeasure(value, type, threshold, response, depth);
        else
            response.WriteOutput(value, type);
    }
}
