namespace Agnt5.Execution;

/// <summary>A durable operation without a recorded outcome. It began in this slice, or continues in it.</summary>
/// <typeparam name="T">The type of the result that the workflow's code gets.</typeparam>
internal abstract class OpenOperation<T>(WorkflowSlice slice) : DurableOperation
{
    // Continuations run on the scheduler, where the completion is delivered, and in its order.
    private readonly TaskCompletionSource<T> _completion = new();

    /// <summary>The task that the workflow's code awaits.</summary>
    public Task<T> Completion => _completion.Task;

    protected WorkflowSlice Slice => slice;

    public sealed override void Deliver() => Deliver(_completion);

    /// <summary>Records the outcome. A recorded outcome is part of the run even if the code ends before its delivery.</summary>
    protected abstract void Record();

    /// <summary>Hands the outcome to the workflow's code, see <see cref="DurableOperation.Deliver"/>.</summary>
    protected abstract void Deliver(TaskCompletionSource<T> awaited);

    /// <summary>Records the outcome, and queues it for delivery when its turn comes.</summary>
    protected void Arrive()
    {
        Record();
        slice.Deliveries.Arrive(this);
    }
}
