namespace Agnt5.Execution;

/// <summary>A durable operation that began in this slice or goes on in it, since the checkpoint knows no outcome of it yet.</summary>
/// <typeparam name="T">What the workflow's code gets.</typeparam>
internal abstract class OpenOperation<T>(WorkflowSlice slice) : DurableOperation
{
    // Continuations run where the completion is delivered: on the scheduler, in its order.
    private readonly TaskCompletionSource<T> _completion = new();

    /// <summary>What the workflow's code awaits.</summary>
    public Task<T> Completion => _completion.Task;

    protected WorkflowSlice Slice => slice;

    public sealed override void Deliver() => Deliver(_completion);

    /// <summary>Records the outcome. What is recorded is part of the run, also where the code does not live to be given it.</summary>
    protected abstract void Record();

    /// <summary>Hands the outcome to the workflow's code, see <see cref="DurableOperation.Deliver"/>.</summary>
    protected abstract void Deliver(TaskCompletionSource<T> awaited);

    /// <summary>The outcome is there: records it, and has it delivered when its turn comes.</summary>
    protected void Arrive()
    {
        Record();
        slice.Deliveries.Arrive(this);
    }
}
