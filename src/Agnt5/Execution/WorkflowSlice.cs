namespace Agnt5.Execution;

/// <summary>
/// One slice of a workflow: runs the body on its scheduler until it has returned or thrown, or the caller has left, and every step in flight is recorded.
/// Its state belongs to the scheduler: nothing else reads or writes it.
/// </summary>
internal sealed class WorkflowSlice
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Invocation _invocation;
    private StepFailures? _failures;
    private Exception? _failure;
    private bool _bodyHasEnded;
    private bool _sawLiveCompletion;
    private int _inFlight;

    public WorkflowSlice(Invocation invocation)
    {
        _invocation = invocation;
        Scheduler = new SliceScheduler(EndBody, EndSliceWhenSettled);
        Context = new WorkflowContext(invocation, this);
        invocation.Slice = this;
    }

    public SliceScheduler Scheduler { get; }

    public WorkflowContext Context { get; }

    public StepFailures Failures => _failures ??= new StepFailures(_invocation.Checkpoint);

    /// <summary>Whether everything so far came from the checkpoint: until the first completion that did not.</summary>
    public bool IsReplaying => _invocation.Checkpoint.WasGiven && !_sawLiveCompletion;

    public async ValueTask<Outcome> RunAsync()
    {
        Scheduler.Run(static slice => _ = ((WorkflowSlice)slice!).RunBodyAsync(), this);
        if (!_ended.Task.IsCompleted)
            await WaitUntilItEndsOrTheCallerLeavesAsync().ConfigureAwait(false);
        if (_failure is null)
            return Outcome.Completed;

        _failures?.LeaveOut(_failure);
        return Outcome.Failed(_failure);
    }

    /// <summary>Starts a durable call: every call of the workflow's that the checkpoint knows of passes here.</summary>
    /// <param name="call">The call as the user wrote it, for the message.</param>
    /// <exception cref="NonRetryableException">The call came from outside the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public void EnterDurableCall(string call)
    {
        if (!Scheduler.IsCurrent || _bodyHasEnded)
            throw MisplacedDurableCall.Exception(call);
        _invocation.CancellationToken.ThrowIfCancellationRequested();
        Failures.RecordDelivered();
    }

    public void BeginOperation() => _inFlight++;

    /// <summary>Takes over the completion of an operation that ran in this slice.</summary>
    /// <returns>
    /// Whether the workflow's code still waits for it. Not once the caller has left: what the leaving cancelled did not fail, and must not be compensated.
    /// </returns>
    public bool EndOperation()
    {
        _inFlight--;
        _sawLiveCompletion = true;
        return !_bodyHasEnded && !_invocation.CancellationToken.IsCancellationRequested;
    }

    private async Task WaitUntilItEndsOrTheCallerLeavesAsync()
    {
        using var leaving = _invocation.CancellationToken.UnsafeRegister(
            static slice => ((WorkflowSlice)slice!).Scheduler.PostCompletion(static slice => ((WorkflowSlice)slice!).EndBodyBecauseTheCallerLeft(), slice), this);
        await _ended.Task.ConfigureAwait(false);
    }

    private async Task RunBodyAsync()
    {
        try
        {
            await _invocation.Component.InvokeAsync(_invocation).ConfigureAwait(true);
            EndBody(null);
        }
        catch (Exception exception)
        {
            EndBody(exception);
        }
    }

    private void EndBody(Exception? failure)
    {
        if (_bodyHasEnded)
            return;

        _bodyHasEnded = true;
        _failure = failure;
        Scheduler.CloseContinuations();
    }

    private void EndBodyBecauseTheCallerLeft() => EndBody(new OperationCanceledException(_invocation.CancellationToken));

    // Called while the scheduler is idle, so that nothing of the slice runs beside the response that is written next.
    private void EndSliceWhenSettled()
    {
        if (_bodyHasEnded && _inFlight == 0)
            _ended.TrySetResult();
    }
}
