using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Json.Limits;

namespace Agnt5.Execution.Waits;

/// <summary>The identity of a wait for a signal, by which a delivery finds it (protocol section 6, "Signals").</summary>
internal sealed record Signal(string Name, string WaitingStep)
{
    /// <summary>The signal as a part of the keys of its timeout.</summary>
    public string Wait { get; } = DurableKey.Signal(Name, WaitingStep);

    /// <summary>The key of the signal's payload.</summary>
    public string Key => DurableKey.Received(Wait);

    public WaitTimeoutException TimedOut() => new($"Signal '{Name}' did not come for '{WaitingStep}' within its timeout.");

    /// <exception cref="NonRetryableException">The payload does not bind to <typeparamref name="T"/>.</exception>
    public T Read<T>(ReadOnlyMemory<byte> payload, JsonTypeInfo<T> payloadType, PatternTime patternTime)
    {
        try
        {
            return InputReader.Read(payload.Span, payloadType, DocumentDemands.Message with { PatternTime = patternTime });
        }
        catch (InputInvalidException invalid)
        {
            throw new NonRetryableException($"The payload of signal '{Name}' for '{WaitingStep}' does not bind to {typeof(T)}: {invalid.Message}.");
        }
    }
}
