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
    private readonly Queue<WorkItem> _completions = new();
    private readonly Action<Exception> _onFault;
    private readonly Action _onIdle;
    private bool _isRunning;
    private bool _isClosed;

    /// <param name="onFault">Told of an exception that no task carries, as an <c>async void</c> method throws it.</param>
    /// <param name="onIdle">Called when nothing is ready any more, while still nothing else of the slice can run.</param>
    public SliceScheduler(Action<Exception> onFault, Action onIdle)
    {
        _onFault = onFault;
        _onIdle = onIdle;
    }

    /// <summary>Whether the calling code runs on this scheduler.</summary>
    public bool IsCurrent => ReferenceEquals(Current, this);

    /// <summary>Runs workflow code on the calling thread, and then whatever it made ready.</summary>
    public void Run(SendOrPostCallback callback, object? state)
    {
        lock (_gate)
            _isRunning = true;

        RunReadyWork(new WorkItem(callback, state));
    }

    /// <summary>Queues a continuation.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            if (_isClosed)
                return;

            _continuations.Enqueue(new WorkItem(d, state));
        }

        Wake();
    }

    /// <summary>Queues the completion of a durable operation, to be delivered when every continuation has run.</summary>
    public void PostCompletion(SendOrPostCallback callback, object? state)
    {
        lock (_gate)
            _completions.Enqueue(new WorkItem(callback, state));

        Wake();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsCurrent)
            throw new NotSupportedException("Code outside a workflow cannot wait for the workflow's thread.");
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Ends the workflow's code: no continuation runs any more, while completions are still delivered so that they are recorded.</summary>
    public void CloseContinuations()
    {
        lock (_gate)
        {
            _isClosed = true;
            _continuations.Clear();
        }
    }

    void IThreadPoolWorkItem.Execute() => RunReadyWork(first: null);

    private void Wake()
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
                _onIdle();
            }
            while (!TryRest());
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

    private bool TryTake(out WorkItem item)
    {
        lock (_gate)
            return _continuations.TryDequeue(out item) || _completions.TryDequeue(out item);
    }

    private bool TryRest()
    {
        lock (_gate)
        {
            if (_continuations.Count + _completions.Count > 0)
                return false;

            _isRunning = false;
            return true;
        }
    }

    private readonly record struct WorkItem(SendOrPostCallback Callback, object? State);
}
