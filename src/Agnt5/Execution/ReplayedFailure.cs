namespace Agnt5.Execution;

/// <summary>A recorded failure that waits for its turn.</summary>
/// <param name="failure">The failure.</param>
/// <param name="beforeDelivery">What to do just before the code gets it.</param>
internal sealed class ReplayedFailure<T>(Exception failure, Action? beforeDelivery) : DurableOperation
{
    // Continuations run on the scheduler, where the completion is delivered, and in its order.
    private readonly TaskCompletionSource<T> _completion = new();

    public Task<T> Task => _completion.Task;

    public override void BeforeDelivery() => beforeDelivery?.Invoke();

    public override void Deliver()
    {
        if (failure is StepFailedException ofStep)
            SeenFailures.Hand(ofStep, _completion);
        else
            _completion.SetException(failure);
    }
}
