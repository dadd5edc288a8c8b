using Agnt5.Protocol;

namespace Agnt5.Execution.Waits;

/// <summary>A sleep that has begun and was not seen due yet.</summary>
internal sealed class SleepOperation(WorkflowSlice slice, string key, long readyAtMs) : DurableOperation, IDurableWait
{
    private readonly TaskCompletionSource<bool> _completion = new();

    public override string CompletionKey => key;

    public Task Task => _completion.Task;

    public WaitKind Kind => WaitKind.Timer;

    public long? DueAtMs => readyAtMs;

    public void ComeDue()
    {
        slice.Checkpoint.Record(DurableKey.Fired(key), RecordedValues.True);
        slice.Deliveries.Arrive(this);
    }

    public override void Deliver() => _completion.SetResult(true);

    public Suspension Describe(long? timeoutMs) => new TimerSuspension(readyAtMs, key);
}
