using System.Runtime.CompilerServices;

namespace Agnt5.Execution;

/// <summary>A recorded result that waits for its turn. It can be used again once it was delivered.</summary>
internal sealed class ReplayedResult<T> : DurableOperation
{
    // It makes a task and completes it, as a TaskCompletionSource does, without an object for itself. Continuations run on the scheduler, where the completion is delivered, and in its order.
    private AsyncTaskMethodBuilder<T> _completion;
    private T? _result;

    /// <param name="result">The result.</param>
    /// <returns>The task that the workflow's code awaits.</returns>
    public Task<T> Begin(T result)
    {
        (_completion, _result) = (AsyncTaskMethodBuilder<T>.Create(), result);
        return _completion.Task;
    }

    public override void Deliver()
    {
        // Taken out first: the code that goes on may replay the next result with this object.
        var (completion, result) = (_completion, _result);
        (_completion, _result) = (default, default);
        completion.SetResult(result!);
    }
}
