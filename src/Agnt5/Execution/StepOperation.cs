namespace Agnt5.Execution;

/// <summary>One step that runs in this slice: its body on the thread pool, its completion on the workflow's scheduler.</summary>
internal sealed class StepOperation<T>(
    Invocation invocation,
    WorkflowSlice slice,
    StepRunner steps,
    string key,
    Func<CancellationToken, Task<T>> body,
    Func<T, byte[]> write)
{
    // Continuations run where the completion is delivered: on the scheduler, in its order.
    private readonly TaskCompletionSource<T> _completion = new();
    private T? _value;
    private byte[]? _json;
    private Exception? _failure;

    public Task<T> Start()
    {
        slice.BeginOperation();
        _ = Task.Run(RunBodyAsync);
        return _completion.Task;
    }

    private async Task RunBodyAsync()
    {
        try
        {
            StepScope.Enter(key);
            _value = await body(invocation.CancellationToken).ConfigureAwait(false);
            _json = Write(_value);
        }
        catch (Exception exception)
        {
            _failure = exception;
        }

        slice.Scheduler.PostCompletion(static step => ((StepOperation<T>)step!).Deliver(), this);
    }

    // Written as soon as the body has returned, before the workflow can change the object.
    private byte[] Write(T value)
    {
        try
        {
            return write(value);
        }
        catch (Exception exception)
        {
            throw new NonRetryableException($"The result of step '{key}' cannot be written as JSON, so it could not be replayed.", exception);
        }
    }

    private void Deliver()
    {
        if (_failure is null)
            invocation.Checkpoint.Record(key, _json!);
        if (!slice.EndOperation())
        {
            if (_failure is not null)
                EngineLog.UnawaitedStepFailed(invocation.Logger, _failure, invocation.RunId, key);
            return;
        }

        if (_failure is null)
        {
            _completion.SetResult(_value!);
            return;
        }

        var failure = new StepFailedException(key, _failure.GetType().FullName!, _failure.Message, _failure);
        steps.Release(key);
        slice.Failures.Deliver(failure);
        _completion.SetException(failure);
    }
}
