namespace Agnt5.Execution;

/// <summary>An operation with a recorded outcome that waits for its turn.</summary>
internal sealed class ReplayedOperation<T> : DurableOperation
{
    // Continuations run on the scheduler, where the completion is delivered, and in its order.
    private readonly TaskCompletionSource<T> _completion = new();
    private readonly T? _result;
    private readonly Exception? _failure;
    private readonly Action? _beforeDelivery;

    public ReplayedOperation(string completionKey, T result) => (CompletionKey, _result) = (completionKey, result);

    /// <param name="completionKey">What the order calls it.</param>
    /// <param name="failure">The recorded failure.</param>
    /// <param name="beforeDelivery">What to do just before the code gets it.</param>
    public ReplayedOperation(string completionKey, Exception failure, Action? beforeDelivery) =>
        (CompletionKey, _failure, _beforeDelivery) = (completionKey, failure, beforeDelivery);

    public override string CompletionKey { get; }

    public Task<T> Task => _completion.Task;

    public override void BeforeDelivery() => _beforeDelivery?.Invoke();

    public override void Deliver()
    {
        if (_failure is null)
            _completion.SetResult(_result!);
        else if (_failure is StepFailedException failure)
            SeenFailures.Hand(failure, _completion);
        else
            _completion.SetException(_failure);
    }
}
