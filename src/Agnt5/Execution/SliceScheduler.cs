using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>
/// The single-threaded scheduler of one slice. Workflow code and its continuations run here one at a time; step bodies run on the
/// thread pool and hand their completions over. All continuations run before the next completion is delivered, so that what follows one
/// completion never depends on how fast the next one came.
/// </summary>
/// <remarks>
/// The slice's state belongs to the thread that runs here. Where code blocks that thread, another one can take its place (see <see cref="SliceOwnership"/>): it runs what has arrived
/// and the end of the slice, and no code.
/// </remarks>
internal sealed class SliceScheduler : SynchronizationContext, IThreadPoolWorkItem
{
    private readonly Gate _gate = new();
    private readonly ISliceWork _slice;
    private readonly SliceOwnership? _ownership;
    // Created on demand: code that awaits nothing posts nothing.
    private Queue<WorkItem>? _continuations;
    private Queue<WorkItem>? _arrivals;
    // Created on demand: most slices have stopped before anybody asks.
    private TaskCompletionSource? _stopped;
    // Set last of all: nothing of the slice is on the thread any more, which so may write the response.
    private bool _hasLeftThread;
    // From the beginning: what is posted before Run waits for it.
    private bool _isRunning = true;
    private bool _isClosed;
    private bool _isStopped;
    private bool _isWoken;

    /// <param name="slice">The slice.</param>
    /// <param name="ownership">Whether the thread can be replaced; <see langword="null"/> when nothing would.</param>
    public SliceScheduler(ISliceWork slice, SliceOwnership? ownership)
    {
        _slice = slice;
        _ownership = ownership;
    }

    /// <summary>Completes when the scheduler was stopped and has left its thread.</summary>
    public Task Stopped
    {
        get
        {
            using (_gate.Enter())
                return _hasLeftThread ? Task.CompletedTask : (_stopped ??= new TaskCompletionSource()).Task;
        }
    }

    /// <summary>Whether the calling code runs on this scheduler.</summary>
    public bool IsCurrent => ReferenceEquals(Current, this);

    /// <summary>Runs workflow code on the calling thread, and then whatever it made ready.</summary>
    public void Run(SendOrPostCallback callback, object? state) => RunReadyWork(new WorkItem(callback, state));

    /// <summary>Runs workflow code on the thread pool, with what flows with the calling code, and then whatever it made ready.</summary>
    public void RunOnThreadPool(SendOrPostCallback callback, object? state) =>
        ThreadPool.QueueUserWorkItem(static first => first.Scheduler.RunReadyWork(first.Item), (Scheduler: this, Item: new WorkItem(callback, state)), preferLocal: true);

    /// <summary>Queues a continuation.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        using (_gate.Enter())
        {
            if (_isClosed)
                return;

            (_continuations ??= new()).Enqueue(new WorkItem(d, state));
        }

        Start();
    }

    /// <summary>Queues what the engine itself has to do, such as to record a step that has finished, for when every continuation has run.</summary>
    public void PostArrival(SendOrPostCallback callback, object? state)
    {
        using (_gate.Enter())
        {
            if (_isStopped)
                return;

            (_arrivals ??= new()).Enqueue(new WorkItem(callback, state));
        }

        Start();
    }

    /// <summary>Looks again whether something is ready: a time has come.</summary>
    public void Wake()
    {
        using (_gate.Enter())
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

    /// <summary>Ends the workflow's code: no continuation runs any more, while arrivals still do so that steps in flight are recorded.</summary>
    public void CloseContinuations()
    {
        using (_gate.Enter())
        {
            _isClosed = true;
            _continuations?.Clear();
        }
    }

    /// <summary>Ends the slice: nothing of it runs any more.</summary>
    public void Stop()
    {
        using (_gate.Enter())
        {
            _isClosed = _isStopped = true;
            _continuations?.Clear();
            _arrivals?.Clear();
        }
    }

    /// <summary>Puts another thread into the place of one that code keeps, and ends the code.</summary>
    /// <returns>Whether that is settled; not while the engine itself runs, which does not take long.</returns>
    public bool TryReplaceThread()
    {
        using (_gate.Enter())
        {
            if (!_isRunning || _isStopped || _ownership is null)
                return true;
            if (!_ownership.TryTakeAway())
                return false;

            _isClosed = true;
            _continuations?.Clear();
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    void IThreadPoolWorkItem.Execute() => RunReadyWork(first: null);

    private void Start()
    {
        using (_gate.Enter())
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
            LeaveThread();
    }

    private void LeaveThread()
    {
        TaskCompletionSource? awaited;
        using (_gate.Enter())
        {
            _hasLeftThread = true;
            awaited = _stopped;
        }

        awaited?.TrySetResult();
    }

    /// <summary>Runs whatever is ready, until nothing is.</summary>
    /// <returns>Whether the scheduler was stopped; not when the slice belongs to another thread now.</returns>
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
            _slice.OnFault(exception);
        }
    }

    /// <summary>Runs code of the workflow's.</summary>
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
            _slice.OnFault(fault);
        return true;
    }

    private bool TryResume() => _ownership is null || _ownership.TryLeaveCode();

    /// <summary>Hands the next completion to the code.</summary>
    /// <param name="isReadyAgain">Whether there was one, so that more may be ready.</param>
    /// <returns>Whether the slice still belongs to this thread.</returns>
    private bool TryDeliver(out bool isReadyAgain)
    {
        isReadyAgain = true;
        Exception fault;
        try
        {
            if (_slice.OnQuiet() is not { } next)
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
            // Such as a record of the checkpoint's that cannot be read. The slice ends with it; the process does not.
            fault = exception;
        }

        if (!TryResume())
            return false;
        _slice.OnFault(fault);
        return true;
    }

    private bool TryTake(out WorkItem item, out bool isCode)
    {
        using (_gate.Enter())
        {
            item = default;
            isCode = _continuations is not null && _continuations.TryDequeue(out item);
            return isCode || (_arrivals is not null && _arrivals.TryDequeue(out item));
        }
    }

    private bool TryRest(out bool hasStopped)
    {
        using (_gate.Enter())
        {
            hasStopped = _isStopped;
            if (!_isStopped && (_isWoken || _continuations is { Count: > 0 } || _arrivals is { Count: > 0 }))
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
