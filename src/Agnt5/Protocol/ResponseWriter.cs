using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Protocol;

/// <summary>
/// Writes the response to an invoke (protocol section 5), once and straight from the values: first the component's output, then how the slice ended.
/// The caller that takes the bytes disposes them.
/// </summary>
internal sealed class ResponseWriter : IOutputSink, IDisposable
{
    // Checked once for what would have to be escaped, and not in each response.
    private static readonly JsonEncodedText Status = JsonEncodedText.Encode("status", PlainJsonEncoder.Instance);
    private static readonly JsonEncodedText Completed = JsonEncodedText.Encode("completed", PlainJsonEncoder.Instance);
    private static readonly JsonEncodedText Suspended = JsonEncodedText.Encode("suspended", PlainJsonEncoder.Instance);
    private static readonly JsonEncodedText Failed = JsonEncodedText.Encode("failed", PlainJsonEncoder.Instance);
    private static readonly JsonEncodedText Output = JsonEncodedText.Encode("output", PlainJsonEncoder.Instance);

    private readonly PooledBuffer _buffer;
    private readonly Utf8JsonWriter _writer;
    private bool _hasOutput;
    private bool _isHandedOver;

    /// <param name="depth">How deep an output may nest.</param>
    public ResponseWriter(JsonDepth? depth = null)
    {
        _buffer = new PooledBuffer(1024);
        // The output is one level down.
        _writer = JsonWriterCache.Rent(_buffer, (depth?.Levels ?? JsonDepth.Most) + 1);
    }

    /// <summary>Writes a failure that belongs to no run.</summary>
    public static PooledBuffer Refuse(Failure failure)
    {
        using var response = new ResponseWriter();
        return response.Fail(failure, state: null);
    }

    /// <exception cref="OutputSerializationException">The value cannot be written.</exception>
    public void WriteOutput<T>(T value, JsonTypeInfo<T> type)
    {
        try
        {
            Begin(Completed);
            _writer.WritePropertyName(Output);
            BoundJson.Write(_writer, value, type);
            _hasOutput = true;
        }
        catch (Exception exception)
        {
            throw new OutputSerializationException(exception);
        }
    }

    /// <summary>Writes an output that is JSON already.</summary>
    public void WriteOutput(ReadOnlySpan<byte> json)
    {
        Begin(Completed);
        _writer.WritePropertyName(Output);
        _writer.WriteRawValue(json, skipInputValidation: true);
        _hasOutput = true;
    }

    /// <summary>Writes the place of the stored output, instead of the output (protocol section 7).</summary>
    public void WriteOutputRef(OutputRef output)
    {
        Begin(Completed);
        _writer.WriteStartObject("output_ref"u8);
        _writer.WriteString("kind"u8, "agnt5.object_store.ref.v1"u8);
        _writer.WriteString("ref"u8, output.Ref);
        _writer.WriteNumber("size_bytes"u8, output.Size);
        _writer.WriteString("sha256"u8, output.Sha256);
        _writer.WriteString("content_type"u8, output.ContentType);
        _writer.WriteEndObject();
        _hasOutput = true;
    }

    /// <summary>Ends a completed response.</summary>
    /// <param name="state">The run's checkpoint and events.</param>
    public PooledBuffer Complete(IRunState? state)
    {
        if (!_hasOutput)
            Begin(Completed);
        return End(state);
    }

    /// <summary>Writes a suspended response, and discards what was written before.</summary>
    public PooledBuffer Suspend(Suspension suspension, IRunState state)
    {
        Begin(Suspended);
        _writer.WriteString("reason"u8, suspension.Reason);
        suspension.WriteTo(_writer);
        return End(state);
    }

    /// <summary>Writes a failed response, and discards what was written before.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="state">The run's checkpoint and events, where there is a run.</param>
    public PooledBuffer Fail(Failure failure, IRunState? state)
    {
        Begin(Failed);
        _writer.WriteStartObject("error"u8);
        _writer.WriteString("code"u8, failure.Code);
        _writer.WriteString("message"u8, failure.Message);
        if (failure.IsFinal)
            _writer.WriteBoolean("retryable"u8, false);
        if (failure.Details is not null)
            _writer.WriteString("details"u8, failure.Details);
        _writer.WriteEndObject();
        return End(state);
    }

    /// <summary>Returns the memory, unless it was handed over.</summary>
    public void Dispose()
    {
        JsonWriterCache.Return(_writer);
        if (!_isHandedOver)
            _buffer.Dispose();
    }

    private void Begin(JsonEncodedText status)
    {
        _buffer.Clear();
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteString(Status, status);
    }

    private PooledBuffer End(IRunState? state)
    {
        state?.WriteTo(_writer);
        _writer.WriteEndObject();
        _writer.Flush();
        _isHandedOver = true;
        return _buffer;
    }
}
