using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>The call that waits for a signal.</summary>
/// <param name="signals">The signals of the slice.</param>
/// <param name="method">The method that the user called.</param>
/// <param name="name">The signal's name.</param>
/// <param name="waitingStep">The waiting step, or <see langword="null"/> for the signal's name.</param>
/// <param name="timeout">How long to wait, or <see langword="null"/> for no limit.</param>
/// <param name="payloadType">The metadata of the payload's type.</param>
internal struct SignalCall<T>(Signals signals, string method, string name, string? waitingStep, TimeSpan? timeout, JsonTypeInfo<T> payloadType) : IDurableCall<T>
{
    private Signal _signal = null!;
    private WaitTimeout _limit = null!;

    public readonly string Method => method;

    public readonly string Name => name;

    private readonly WorkflowSlice Slice => signals.Slice;

    public readonly void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (waitingStep is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(waitingStep);
        WaitTimeout.Check(timeout);
    }

    public void Claim() => _signal = signals.Claim(name, waitingStep ?? name);

    public Task<T>? Replay()
    {
        if (Slice.Checkpoint.TryGetReserved(_signal.Key, out var recorded))
            return Replay(recorded);

        _limit = new WaitTimeout(Slice, _signal.Wait);
        return _limit.IsRecorded ? Slice.Deliveries.ReplayFailure<T>(_limit.Key, _signal.TimedOut()) : null;
    }

    public readonly Task<T> Open()
    {
        if (signals.Given(_signal) is { } payload)
        {
            var received = new SignalOperation<T>(Slice, _signal, payloadType, _limit, dueAtMs: null);
            Slice.Deliveries.Open();
            received.Receive(payload);
            return received.Completion;
        }

        WireText.ThrowIfBroken(_signal.Name, "The signal");
        WireText.ThrowIfBroken(_signal.WaitingStep, "The waiting step");
        var awaited = new SignalOperation<T>(Slice, _signal, payloadType, _limit, _limit.Begin(timeout));
        Slice.Wait(awaited);
        return awaited.Completion;
    }

    private readonly Task<T> Replay(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return Slice.Deliveries.Replay(_signal.Key, _signal.Read(payload, payloadType, Slice.PatternTime));
        }
        catch (NonRetryableException doesNotBind)
        {
            return Slice.Deliveries.ReplayFailure<T>(_signal.Key, doesNotBind);
        }
    }
}

/// <summary>A wait for a signal without a recorded payload.</summary>
internal sealed class SignalOperation<T>(WorkflowSlice slice, Signal signal, JsonTypeInfo<T> payloadType, WaitTimeout timeout, long? dueAtMs)
    : OpenOperation<T>(slice), IDurableWait
{
    private byte[]? _payload;

    public override string CompletionKey => _payload is null ? timeout.Key : signal.Key;

    public WaitKind Kind => WaitKind.Signal;

    public int Place { get; set; }

    public long? DueAtMs => dueAtMs;

    public void Receive(byte[] payload)
    {
        _payload = payload;
        Arrive();
    }

    public void ComeDue() => Arrive();

    public Suspension Describe(long? timeoutMs) => new SignalSuspension(signal.Name, signal.WaitingStep, timeoutMs, timeout.LeftMs(dueAtMs));

    protected override void Record()
    {
        if (_payload is null)
            timeout.Record();
        else
            Slice.Checkpoint.Record(signal.Key, _payload);
    }

    protected override void Deliver(TaskCompletionSource<T> awaited)
    {
        if (_payload is null)
        {
            awaited.SetException(signal.TimedOut());
            return;
        }

        try
        {
            awaited.SetResult(signal.Read(_payload, payloadType, Slice.PatternTime));
        }
        catch (Exception doesNotBind)
        {
            awaited.SetException(doesNotBind);
        }
    }
}
