using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>A signal that is waited for and whose payload is not recorded yet.</summary>
internal sealed class SignalOperation<T>(WorkflowSlice slice, Signal signal, WaitTimeout timeout, long? dueAtMs, Func<ReadOnlyMemory<byte>, T> bind)
    : DurableOperation, IDurableWait
{
    private readonly TaskCompletionSource<T> _completion = new();
    private byte[]? _payload;

    public override string CompletionKey => _payload is null ? timeout.Key : signal.Key;

    public Task<T> Task => _completion.Task;

    public WaitKind Kind => WaitKind.Signal;

    public long? DueAtMs => dueAtMs;

    public void Receive(byte[] payload)
    {
        _payload = payload;
        slice.Checkpoint.Record(signal.Key, payload);
        slice.Deliveries.Arrive(this);
    }

    public void ComeDue()
    {
        timeout.Record();
        slice.Deliveries.Arrive(this);
    }

    public override void Deliver()
    {
        if (_payload is null)
        {
            _completion.SetException(signal.TimedOut());
            return;
        }

        try
        {
            _completion.SetResult(bind(_payload));
        }
        catch (Exception doesNotBind)
        {
            _completion.SetException(doesNotBind);
        }
    }

    public Suspension Describe(long? timeoutMs) => new SignalSuspension(signal.Name, signal.WaitingStep, timeoutMs, timeout.LeftMs(dueAtMs));
}
