using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Protocol;

/// <summary>
/// Writes the response to an invoke (protocol section 5), once and straight from the values: the output when the component hands it over, then how the
/// slice ended. Whoever takes the bytes disposes them.
/// </summary>
internal sealed class ResponseWriter : IDisposable
{
    private readonly PooledBuffer _buffer;
    private readonly Utf8JsonWriter _writer;
    private bool _hasOutput;
    private bool _isHandedOver;

    public ResponseWriter()
    {
        _buffer = new PooledBuffer(1024);
        _writer = JsonWriterCache.Rent(_buffer);
    }

    /// <summary>A failure that needs no run behind it.</summary>
    public static PooledBuffer Refuse(Failure failure)
    {
        using var response = new ResponseWriter();
        return response.Fail(failure, steps: null);
    }

    /// <exception cref="OutputSerializationException">The value cannot be written.</exception>
    public void WriteOutput<T>(T value, JsonTypeInfo<T> type)
    {
        try
        {
            Begin("completed"u8);
            _writer.WritePropertyName("output"u8);
            JsonSerializer.Serialize(_writer, value, type);
            _hasOutput = true;
        }
        catch (Exception exception)
        {
            throw new OutputSerializationException(exception);
        }
    }

    /// <summary>Ends a completed response.</summary>
    public PooledBuffer Complete(OrderedDictionary<string, ReadOnlyMemory<byte>>? steps)
    {
        if (!_hasOutput)
            Begin("completed"u8);
        return End(steps);
    }

    /// <summary>Writes a failed response in the place of whatever was written.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="steps">What the run has recorded, or <see langword="null"/> to leave it out.</param>
    public PooledBuffer Fail(Failure failure, OrderedDictionary<string, ReadOnlyMemory<byte>>? steps)
    {
        Begin("failed"u8);
        _writer.WriteStartObject("error"u8);
        _writer.WriteString("code"u8, failure.Code);
        _writer.WriteString("message"u8, failure.Message);
        if (failure.IsFinal)
            _writer.WriteBoolean("retryable"u8, false);
        if (failure.Details is not null)
            _writer.WriteString("details"u8, failure.Details);
        _writer.WriteEndObject();
        return End(steps);
    }

    /// <summary>Gives the memory back that was not handed over.</summary>
    public void Dispose()
    {
        JsonWriterCache.Return(_writer);
        if (!_isHandedOver)
            _buffer.Dispose();
    }

    private void Begin(ReadOnlySpan<byte> status)
    {
        _buffer.Clear();
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteString("status"u8, status);
    }

    private PooledBuffer End(OrderedDictionary<string, ReadOnlyMemory<byte>>? steps)
    {
        if (steps is { Count: > 0 })
        {
            _writer.WriteStartObject("checkpoint"u8);
            WriteSteps(steps);
            _writer.WriteEndObject();
        }

        _writer.WriteEndObject();
        _writer.Flush();
        _isHandedOver = true;
        return _buffer;
    }

    private void WriteSteps(OrderedDictionary<string, ReadOnlyMemory<byte>> steps)
    {
        _writer.WriteStartObject("steps"u8);
        foreach (var (key, json) in steps)
        {
            _writer.WritePropertyName(key);
            _writer.WriteRawValue(json.Span, skipInputValidation: true);
        }

        _writer.WriteEndObject();
    }
}
