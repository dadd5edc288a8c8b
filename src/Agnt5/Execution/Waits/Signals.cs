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

    /// <exception cref="NonRetryableException">The run has already waited for the signal at this step.</exception>
    public Signal Claim(string name, string waitingStep)
    {
        var signal = new Signal(name, waitingStep);
        return _waitedFor.Add(signal)
            ? signal
            : throw new NonRetryableException(
                $"This run has already waited for signal '{name}' at step '{waitingStep}'. A delivery has no other "
                    + "identity. Give each wait a different argument 'step' (AGT4007).");
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
        return slice.JsonDepth.ProblemOfRecord(json) is null ? json : JsonBytes.Write(payload, static (writer, text) => writer.WriteStringValue(text));
    }
}
