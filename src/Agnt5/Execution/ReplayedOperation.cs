namespace Agnt5.Execution;

/// <summary>An operation whose outcome is recorded, and whose turn in the recorded order has not come yet.</summary>
internal sealed class ReplayedOperation<T>(string completionKey, Action<TaskCompletionSource<T>> complete) : DurableOperation
{
    // Continuations run where the completion is delivered: on the scheduler, in its order.
    private readonly TaskCompletionSource<T> _completion = new();

    public override string CompletionKey => completionKey;

    public Task<T> Task => _completion.Task;

    public override void Deliver() => complete(_completion);
}
