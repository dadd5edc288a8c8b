using System.Text;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Execution.Waits;

/// <summary>The signals that a workflow waits for (protocol section 6, "Signals").</summary>
internal sealed class Signals(WorkflowSlice slice)
{
    private readonly HashSet<Signal> _waitedFor = [];

    /// <summary>Waits for a signal.</summary>
    /// <param name="name">The signal's name.</param>
    /// <param name="waitingStep">The waiting step, or <see langword="null"/> for the signal's name.</param>
    /// <param name="timeout">How long to wait, or <see langword="null"/> for as long as it takes.</param>
    /// <param name="payloadType">The metadata of the payload's type.</param>
    /// <param name="call">The call as the user wrote it, for the message.</param>
    public Task<T> WaitAsync<T>(string name, string? waitingStep, TimeSpan? timeout, JsonTypeInfo<T> payloadType, string call)
    {
        using var entered = slice.EnterDurableCall(call, name);
        if (!entered.GoesOn)
            return WorkflowSlice.Never<T>();
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (waitingStep is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(waitingStep);
        WaitTimeout.Check(timeout);

        var signal = Claim(name, waitingStep ?? name);
        if (slice.Checkpoint.TryGetReserved(signal.Key, out var recorded))
            return Replay(signal, recorded, payloadType);

        var limit = new WaitTimeout(slice, signal.Wait);
        if (limit.IsRecorded)
            return slice.Deliveries.ReplayFailure<T>(limit.Key, signal.TimedOut());

        return Begin(signal, timeout, limit, payloadType);
    }

    private Task<T> Replay<T>(Signal signal, ReadOnlyMemory<byte> payload, JsonTypeInfo<T> payloadType)
    {
        try
        {
            return slice.Deliveries.Replay(signal.Key, Bind(signal, payload, payloadType));
        }
        catch (NonRetryableException doesNotBind)
        {
            return slice.Deliveries.ReplayFailure<T>(signal.Key, doesNotBind);
        }
    }

    private Task<T> Begin<T>(Signal signal, TimeSpan? timeout, WaitTimeout limit, JsonTypeInfo<T> payloadType)
    {
        if (Given(signal) is { } payload)
        {
            var received = new SignalOperation<T>(slice, signal, limit, dueAtMs: null, json => Bind(signal, json, payloadType));
            slice.Deliveries.Open();
            received.Receive(payload);
            return received.Task;
        }

        WireText.ThrowIfBroken(signal.Name, "The signal");
        WireText.ThrowIfBroken(signal.WaitingStep, "The waiting step");
        var awaited = new SignalOperation<T>(slice, signal, limit, limit.Begin(timeout), json => Bind(signal, json, payloadType));
        slice.Wait(awaited);
        return awaited.Task;
    }

    private Signal Claim(string name, string waitingStep)
    {
        var signal = new Signal(name, waitingStep);
        return _waitedFor.Add(signal)
            ? signal
            : throw new NonRetryableException(
                $"The signal '{name}' was waited for at '{waitingStep}' before in this run. A delivery has no other identity, so give each wait a step of its own, its argument 'step' (AGT4007).");
    }

    /// <summary>The payload that came with the request, as JSON; <see langword="null"/> when none came for this wait.</summary>
    private byte[]? Given(Signal signal)
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

    private static T Bind<T>(Signal signal, ReadOnlyMemory<byte> payload, JsonTypeInfo<T> payloadType)
    {
        try
        {
            return InputReader.Read(payload.Span, payloadType, DocumentDemands.Message);
        }
        catch (InputInvalidException invalid)
        {
            throw new NonRetryableException($"The payload of signal '{signal.Name}' for '{signal.WaitingStep}' does not bind to {typeof(T)}: {invalid.Message}.", invalid.InnerException);
        }
    }
}
