using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>
/// The events of one slice, in the order in which they were emitted (protocol section 6). Steps may emit here at the same time.
/// </summary>
/// <param name="listener">Gets each event at once, in place of the response.</param>
internal sealed class EventLog(Action<EmittedEvent>? listener = null) : IRunState
{
    private readonly Gate _gate = new();
    private List<EmittedEvent>? _events;
    private bool _isClosed;

    /// <exception cref="ArgumentException">The type is blank.</exception>
    /// <exception cref="NonRetryableException">The data cannot be written as JSON.</exception>
    public static EmittedEvent Create<T>(string eventType, T data, JsonTypeInfo<T> dataType, EmitOptions? options, StepAttempt? step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventType);
        WireText.ThrowIfBroken(eventType, "The event type");
        if (options is not null)
            ThrowIfBroken(options);
        return new EmittedEvent(eventType.Trim(), Write(eventType, data, dataType), options, options?.Metadata is { } metadata ? [.. metadata] : [], step);
    }

    public void Add(EmittedEvent emitted)
    {
        using (_gate.Enter())
        {
            if (_isClosed || emitted.Step is { WasCut: true })
                return;
            if (listener is not null)
                listener(emitted);
            else
                (_events ??= []).Add(emitted);
        }
    }

    /// <summary>Takes no more events: an abandoned step may still emit, and its events must not reach a response that is being written.</summary>
    public void Close()
    {
        using (_gate.Enter())
        {
            _isClosed = true;
            // The step will run again from its beginning and emit them again.
            _events?.RemoveAll(static emitted => emitted.Step is { WasCut: true });
        }
    }

    /// <summary>Writes the events, if there are any, as a property of a response.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        if (_events is not { Count: > 0 })
            return;

        writer.WriteStartArray("events"u8);
        foreach (var emitted in _events)
            emitted.WriteTo(writer);
        writer.WriteEndArray();
    }

    private static void ThrowIfBroken(EmitOptions options)
    {
        WireText.ThrowIfBroken(options.DataType, "The data type of an event");
        WireText.ThrowIfBroken(options.CorrelationId, "The correlation id of an event");
        WireText.ThrowIfBroken(options.ParentEventId, "The parent event id of an event");
        WireText.ThrowIfBroken(options.StepKey, "The step key of an event");
        foreach (var (name, value) in options.Metadata ?? new Dictionary<string, string>())
        {
            WireText.ThrowIfBroken(name, "The name of an event's metadata");
            WireText.ThrowIfBroken(value, "An event's metadata");
        }
    }

    private static byte[] Write<T>(string eventType, T data, JsonTypeInfo<T> dataType)
    {
        try
        {
            return BoundJson.Write(data, dataType);
        }
        catch (Exception exception)
        {
            throw new NonRetryableException($"The data of event '{eventType}' cannot be written as JSON: {UnwritableException.ProblemOf(exception)}.", exception);
        }
    }
}
