namespace Agnt5.Execution;

/// <summary>
/// The single-threaded scheduler of one slice. Workflow code and its continuations run here one at a time; step bodies run on the
/// thread pool and hand their completions over. All continuations run before the next completion is delivered, so that what follows one
/// completion never depends on how fast the next one came.
/// </summary>
internal sealed class SliceScheduler : SynchronizationContext, IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private readonly Queue<WorkItem> _continuations = new();
    private readonly Queue<WorkItem> _arrivals = new();
    private readonly Action<Exception> _onFault;
    private readonly Func<bool> _onQuiet;
    // From the beginning: what is posted before Run waits for it.
    private bool _isRunning = true;
    private bool _isClosed;
    private bool _isStopped;
    private bool _isWoken;

    /// <param name="onFault">Told of an exception that no task carries, as an <c>async void</c> method throws it.</param>
    /// <param name="onQuiet">Called when every continuation has run, while nothing else of the slice can. Returns whether it made something ready.</param>
    public SliceScheduler(Action<Exception> onFault, Func<bool> onQuiet)
    {
        _onFault = onFault;
        _onQuiet = onQuiet;
    }

    /// <summary>Whether the calling code runs on this scheduler.</summary>
    public bool IsCurrent => ReferenceEquals(Current, this);

    /// <summary>Runs workflow code on the calling thread, and then whatever it made ready.</summary>
    public void Run(SendOrPostCallback callback, object? state) => RunReadyWork(new WorkItem(callback, state));

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

    /// <summary>Queues what the engine itself has to do, such as to record a step that has finished, for when every continuation has run.</summary>
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

    /// <summary>Looks again whether something is ready: a time has come.</summary>
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

    /// <summary>Ends the workflow's code: no continuation runs any more, while arrivals still do so that steps in flight are recorded.</summary>
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
        try
        {
            if (first is { } start)
                Invoke(start);
            do
            {
                while (TryTake(out var item))
                    Invoke(item);
            }
            while (IsReadyAgain() || !TryRest());
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private void Invoke(WorkItem item)
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

    private bool IsReadyAgain()
    {
        try
        {
            return _onQuiet();
        }
        catch (Exception exception)
        {
            // Such as a record of the checkpoint's that cannot be read. The slice ends with it; the process does not.
            _onFault(exception);
            return true;
        }
    }

    private bool TryTake(out WorkItem item)
    {
        lock (_gate)
            return _continuations.TryDequeue(out item) || _arrivals.TryDequeue(out item);
    }

    private bool TryRest()
    {
        lock (_gate)
        {
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
