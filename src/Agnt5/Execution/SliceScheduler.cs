namespace Agnt5.Execution;

/// <summary>
/// The single-threaded scheduler of one slice. Workflow code and its continuations run here one at a time; step bodies run on the
/// thread pool and hand their completions over. All continuations run before the next completion is delivered. So the code behind one
/// completion never depends on how fast the next completion came.
/// </summary>
/// <remarks>
/// The slice's state belongs to the thread that runs here. When code blocks that thread, another thread can replace it (see <see cref="SliceOwnership"/>). The replacement handles arrivals
/// and the end of the slice, and runs no code.
/// </remarks>
internal sealed class SliceScheduler : SynchronizationContext, IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private readonly Queue<WorkItem> _continuations = new();
    private readonly Queue<WorkItem> _arrivals = new();
    private readonly Action<Exception> _onFault;
    private readonly Func<DurableOperation?> _onQuiet;
    // Completed last of all: the thread no longer runs anything of the slice, so it may write the response.
    private readonly TaskCompletionSource _stopped = new();
    private readonly SliceOwnership? _ownership;
    // True from the beginning, so that work posted before Run waits for Run.
    private bool _isRunning = true;
    private bool _isClosed;
    private bool _isStopped;
    private bool _isWoken;

    /// <param name="onFault">Called with an exception that no task carries, for example from an <c>async void</c> method.</param>
    /// <param name="onQuiet">Called when every continuation has run, while nothing else of the slice can run. Returns the next completion for the code, or
    /// <see langword="null"/> when there is none.</param>
    /// <param name="ownership">The ownership of the state; <see langword="null"/> when the thread cannot be replaced.</param>
    public SliceScheduler(Action<Exception> onFault, Func<DurableOperation?> onQuiet, SliceOwnership? ownership)
    {
        _onFault = onFault;
        _onQuiet = onQuiet;
        _ownership = ownership;
    }

    /// <summary>Completes when the scheduler has stopped and left its thread.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Whether the calling code runs on this scheduler.</summary>
    public bool IsCurrent => ReferenceEquals(Current, this);

    /// <summary>Runs workflow code on the calling thread, and then all work that it made ready.</summary>
    public void Run(SendOrPostCallback callback, object? state) => RunReadyWork(new WorkItem(callback, state));

    /// <summary>Runs workflow code on the thread pool in the caller's execution context, and then all work that it made ready.</summary>
    public void RunOnThreadPool(SendOrPostCallback callback, object? state) =>
        ThreadPool.QueueUserWorkItem(static first => first.Scheduler.RunReadyWork(first.Item), (Scheduler: this, Item: new WorkItem(callback, state)), preferLocal: true);

    /// <summary>Queues a continuation.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            if (_isClosed)
                return;

            _continuations.Enqueue(new WorkItem(d, state));
        }

        Start();
    }

    /// <summary>Queues work of the engine itself, such as recording a finished step. It runs when every continuation has run.</summary>
    public void PostArrival(SendOrPostCallback callback, object? state)
    {
        lock (_gate)
        {
            if (_isStopped)
                return;

            _arrivals.Enqueue(new WorkItem(callback, state));
        }

        Start();
    }

    /// <summary>Checks again for ready work, because a time has come.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (_isStopped)
                return;

            _isWoken = true;
        }

        Start();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsCurrent)
            throw new NotSupportedException("Code outside a workflow cannot wait for the workflow's thread.");
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Ends the workflow's code: no continuation runs any more. Arrivals still run, so that steps in flight are recorded.</summary>
    public void CloseContinuations()
    {
        lock (_gate)
        {
            _isClosed = true;
            _continuations.Clear();
        }
    }

    /// <summary>Ends the slice: nothing of it runs any more.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isClosed = _isStopped = true;
            _continuations.Clear();
            _arrivals.Clear();
        }
    }

    /// <summary>Replaces a thread that code blocks, and ends the code.</summary>
    /// <returns>Whether this is done; false while the engine itself runs, which does not take long.</returns>
    public bool TryReplaceThread()
    {
        lock (_gate)
        {
            if (!_isRunning || _isStopped || _ownership is null)
                return true;
            if (!_ownership.TryTakeAway())
                return false;

            _isClosed = true;
            _continuations.Clear();
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    void IThreadPoolWorkItem.Execute() => RunReadyWork(first: null);

    private void Start()
    {
        lock (_gate)
        {
            if (_isRunning)
                return;

            _isRunning = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void RunReadyWork(WorkItem? first)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        var hasStopped = false;
        try
        {
            hasStopped = (first is not { } start || (TryResume() && TryRunCode(start))) && RunUntilItRests();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }

        if (hasStopped)
            _stopped.TrySetResult();
    }

    /// <summary>Runs ready work until there is none.</summary>
    /// <returns>Whether the scheduler was stopped; false when the slice belongs to another thread now.</returns>
    private bool RunUntilItRests()
    {
        bool isReadyAgain, hasStopped = false;
        do
        {
            while (TryTake(out var item, out var isCode))
            {
                if (!isCode)
                    RunArrival(item);
                else if (!TryRunCode(item))
                    return false;
            }

            if (!TryDeliver(out isReadyAgain))
                return false;
        }
        while (isReadyAgain || !TryRest(out hasStopped));

        return hasStopped;
    }

    private void RunArrival(WorkItem item)
    {
        try
        {
            item.Callback(item.State);
        }
        catch (Exception exception)
        {
            _onFault(exception);
        }
    }

    /// <summary>Runs the workflow's code.</summary>
    /// <returns>Whether the slice still belongs to this thread.</returns>
    private bool TryRunCode(WorkItem item)
    {
        Exception? fault = null;
        _ownership?.EnterCode();
        try
        {
            item.Callback(item.State);
        }
        catch (Exception exception)
        {
            fault = exception;
        }

        if (!TryResume())
            return false;
        if (fault is not null)
            _onFault(fault);
        return true;
    }

    private bool TryResume() => _ownership is null || _ownership.TryLeaveCode();

    /// <summary>Hands the next completion to the code.</summary>
    /// <param name="isReadyAgain">Whether there was a completion, so that more work may be ready.</param>
    /// <returns>Whether the slice still belongs to this thread.</returns>
    private bool TryDeliver(out bool isReadyAgain)
    {
        isReadyAgain = true;
        Exception fault;
        try
        {
            if (_onQuiet() is not { } next)
            {
                isReadyAgain = false;
                return true;
            }

            _ownership?.EnterCode();
            next.Deliver();
            return TryResume();
        }
        catch (Exception exception)
        {
            // For example, a record of the checkpoint cannot be read. The exception ends the slice, not the process.
            fault = exception;
        }

        if (!TryResume())
            return false;
        _onFault(fault);
        return true;
    }

    private bool TryTake(out WorkItem item, out bool isCode)
    {
        lock (_gate)
        {
            isCode = _continuations.TryDequeue(out item);
            return isCode || _arrivals.TryDequeue(out item);
        }
    }

    private bool TryRest(out bool hasStopped)
    {
        lock (_gate)
        {
            hasStopped = _isStopped;
            if (!_isStopped && (_isWoken || _continuations.Count + _arrivals.Count > 0))
            {
                _isWoken = false;
                return false;
            }

            _isRunning = false;
            return true;
        }
    }

    private readonly record struct WorkItem(SendOrPostCallback Callback, object? State);
}
