using System.Text;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;

namespace Agnt5.Execution.Waits;

/// <summary>The signals that a workflow waits for (protocol section 6, "Signals").</summary>
internal sealed class Signals(WorkflowSlice slice)
{
    private readonly HashSet<Signal> _waitedFor = [];

    public WorkflowSlice Slice => slice;

    /// <inheritdoc cref="SignalCall{T}" path="/param"/>
    public Task<T> WaitAsync<T>(string name, string? waitingStep, TimeSpan? timeout, JsonTypeInfo<T> payloadType, string method) =>
        DurableCall.Run<SignalCall<T>, T>(slice, new SignalCall<T>(this, method, name, waitingStep, timeout, payloadType));

    /// <exception cref="NonRetryableException">The signal was waited for at the step before.</exception>
    public Signal Claim(string name, string waitingStep)
    {
        var signal = new Signal(name, waitingStep);
        return _waitedFor.Add(signal)
            ? signal
            : throw new NonRetryableException(
                $"The signal '{name}' was waited for at '{waitingStep}' before in this run. A delivery has no other "
                    + "identity, so give each wait a step of its own, its argument 'step' (AGT4007).");
    }

    /// <summary>The payload that came with the request, as JSON; <see langword="null"/> when none came for this wait.</summary>
    public byte[]? Given(Signal signal)
    {
        var metadata = slice.Metadata;
        if (metadata.GetValueOrDefault("signal_name") != signal.Name
            || (metadata.GetValueOrDefault("waiting_step") is { Length: > 0 } step ? step : signal.Name) != signal.WaitingStep
            || !metadata.TryGetValue("signal_payload", out var payload))
        {
            return null;
        }

        var json = Encoding.UTF8.GetBytes(payload);
        WireText.RepairJson(json);
        return RecordedValues.IsRecord(json) ? json : JsonBytes.Write(payload, static (writer, text) => writer.WriteStringValue(text));
    }
}
