namespace Agnt5.Execution;

/// <summary>
/// Hands completions to the workflow's code, one at a time: recorded completions in the recorded order, then those of this slice as they arrive (protocol section 6).
/// Completions from before the first overlap are not in the order. They are delivered as soon as the code rests.
/// Deliveries are part of the slice and belong to its scheduler.
/// </summary>
internal sealed class Deliveries(Checkpoint checkpoint)
{
    private readonly Queue<DurableOperation> _arrived = new();
    private readonly Queue<DurableOperation> _replayedOutOfOrder = new();
    private Dictionary<string, DurableOperation>? _waitingForTurn;
    private CompletionOrder? _order;
    private int _open;

    /// <summary>Whether the code was given a completion that did not come from the checkpoint.</summary>
    public bool HasDeliveredNews { get; private set; }

    private CompletionOrder Order => _order ??= new CompletionOrder(checkpoint);

    /// <summary>Delivers a recorded result when its turn comes.</summary>
    public Task<T> Replay<T>(string completionKey, T result) => WaitForTurn(new ReplayedOperation<T>(completionKey, result));

    /// <summary>Delivers a recorded failure when its turn comes.</summary>
    /// <param name="completionKey">Its key in the order.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="beforeDelivery">Called just before the code gets the failure.</param>
    public Task<T> ReplayFailure<T>(string completionKey, Exception failure, Action? beforeDelivery = null) =>
        WaitForTurn(new ReplayedOperation<T>(completionKey, failure, beforeDelivery));

    /// <summary>Notes that an operation begins whose outcome is not recorded.</summary>
    public void Open()
    {
        if (_open++ > 0)
            Order.Keep();
    }

    /// <summary>Notes that an opened operation will have no outcome.</summary>
    public void Withdraw() => _open--;

    /// <summary>Queues an opened operation that has its outcome now.</summary>
    public void Arrive(DurableOperation operation) => _arrived.Enqueue(operation);

    /// <summary>Takes the next completion to deliver to the code, or returns <see langword="null"/> when there is none.</summary>
    public DurableOperation? TakeNext()
    {
        if (_replayedOutOfOrder.TryDequeue(out var alone))
            return Close(alone);

        while (Order.Next is { } key)
        {
            if (_waitingForTurn is not null && _waitingForTurn.Remove(key, out var replayed))
            {
                Order.EndTurn();
                return Close(replayed);
            }

            // All is quiet, nothing has asked for this completion, and others wait behind it: the code has changed since the order was recorded.
            if (_arrived.Count == 0 && _waitingForTurn is not { Count: > 0 })
                return null;
            Order.EndTurn();
        }

        if (!_arrived.TryDequeue(out var arrived))
            return null;

        HasDeliveredNews = true;
        Order.Append(arrived.CompletionKey);
        return Close(arrived);
    }

    /// <summary>The operations whose outcome was not delivered because the workflow's code had ended.</summary>
    public IEnumerable<DurableOperation> Undelivered => _arrived;

    /// <summary>Adds a completion that is recorded but was not delivered. It comes after all delivered ones, so a replay delivers it last.</summary>
    public void Append(string completionKey) => Order.Append(completionKey);

    /// <summary>Removes a completion from the order, because its outcome will not be recorded.</summary>
    public void TakeBack(string completionKey) => Order.TakeBack(completionKey);

    /// <summary>Removes a recorded completion from the order before anything is delivered.</summary>
    public void Forget(string completionKey) => Order.Forget(completionKey);

    /// <summary>Records the order.</summary>
    public void Seal() => _order?.Seal();

    // Never at once, because the original did not complete at once either. Other branches of the code may wait for one another without the checkpoint's knowledge, and must run in between again.
    private Task<T> WaitForTurn<T>(ReplayedOperation<T> operation)
    {
        if (Order.HasTurnFor(operation.CompletionKey))
            (_waitingForTurn ??= new Dictionary<string, DurableOperation>(StringComparer.Ordinal)).Add(operation.CompletionKey, operation);
        else
            _replayedOutOfOrder.Enqueue(operation);
        Open();
        return operation.Task;
    }

    // Close it first: the delivery runs the code that follows, and that code opens the next operation.
    private DurableOperation Close(DurableOperation operation)
    {
        _open--;
        operation.BeforeDelivery();
        return operation;
    }
}
