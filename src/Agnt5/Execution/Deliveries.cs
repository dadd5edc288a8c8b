namespace Agnt5.Execution;

/// <summary>
/// Hands completions to the workflow's code, one at a time: recorded ones in the recorded order, then those of this slice as they arrive (protocol section 6).
/// What was recorded before any operations overlapped has no place in the order: it comes as soon as the code rests.
/// It is part of the slice and belongs to its scheduler.
/// </summary>
internal sealed class Deliveries(Checkpoint checkpoint)
{
    // Created on demand: a slice that only replays has no arrivals, and one that begins a run replays nothing.
    private Queue<DurableOperation>? _arrived;
    private Queue<DurableOperation>? _replayedOutOfOrder;
    private Dictionary<string, DurableOperation>? _waitingForTurn;
    private CompletionOrder? _order;
    // What was delivered last: the next result of its type uses it again, so that a long replay makes one for all.
    private DurableOperation? _delivered;
    private int _open;

    /// <summary>Whether the code was given anything that did not come from the checkpoint.</summary>
    public bool HasDeliveredNews { get; private set; }

    private CompletionOrder Order => _order ??= new CompletionOrder(checkpoint);

    /// <summary>Whether the recorded order still has turns, so that a recorded outcome may have to wait for its own.</summary>
    public bool HasRecordedTurns => Order.HasTurns;

    /// <summary>Gives a recorded result when its turn comes.</summary>
    public Task<T> Replay<T>(string completionKey, T result)
    {
        if (!Order.HasTurnFor(completionKey))
            return ReplayWithoutTurn(result);

        var replayed = new ReplayedResult<T>();
        WaitForTurn(completionKey, replayed);
        return replayed.Begin(result);
    }

    /// <summary>Gives a recorded result that has no turn in the recorded order.</summary>
    public Task<T> ReplayWithoutTurn<T>(T result)
    {
        var replayed = _delivered as ReplayedResult<T> ?? new ReplayedResult<T>();
        _delivered = null;
        WaitAlone(replayed);
        return replayed.Begin(result);
    }

    /// <summary>Gives a recorded failure when its turn comes.</summary>
    /// <param name="completionKey">What the order calls it.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="beforeDelivery">What to do just before the code gets it.</param>
    public Task<T> ReplayFailure<T>(string completionKey, Exception failure, Action? beforeDelivery = null)
    {
        var replayed = new ReplayedFailure<T>(failure, beforeDelivery);
        if (Order.HasTurnFor(completionKey))
            WaitForTurn(completionKey, replayed);
        else
            WaitAlone(replayed);
        return replayed.Task;
    }

    /// <summary>Takes note that an operation begins whose outcome is not recorded.</summary>
    public void Open()
    {
        if (_open++ > 0)
            Order.Keep();
    }

    /// <summary>Takes note that an operation that was opened will have no outcome.</summary>
    public void Withdraw() => _open--;

    /// <summary>Queues an operation that was opened and has its outcome now.</summary>
    public void Arrive(DurableOperation operation) => (_arrived ??= new()).Enqueue(operation);

    /// <summary>Takes the next completion, if there is one, for the code to be given it.</summary>
    public DurableOperation? TakeNext()
    {
        if (_replayedOutOfOrder is not null && _replayedOutOfOrder.TryDequeue(out var alone))
            return _delivered = Close(alone);

        while (Order.Next is { } key)
        {
            if (_waitingForTurn is not null && _waitingForTurn.Remove(key, out var replayed))
            {
                Order.EndTurn();
                return Close(replayed);
            }

            // Nothing asks for it although all is quiet, and others wait behind it: this code no longer does what was recorded.
            if (_arrived is not { Count: > 0 } && _waitingForTurn is not { Count: > 0 })
                return null;
            Order.EndTurn();
        }

        if (_arrived is null || !_arrived.TryDequeue(out var arrived))
            return null;

        HasDeliveredNews = true;
        Order.Append(arrived.CompletionKey!);
        return Close(arrived);
    }

    /// <summary>What has its outcome, and was not delivered because the workflow's code had ended.</summary>
    public IEnumerable<DurableOperation> Undelivered => _arrived ?? Enumerable.Empty<DurableOperation>();

    /// <summary>Writes a completion down that is recorded without having been delivered, behind all that were: so a replay delivers it then.</summary>
    public void Append(string completionKey) => Order.Append(completionKey);

    /// <summary>Takes a completion out of the order that is not recorded after all.</summary>
    public void TakeBack(string completionKey) => Order.TakeBack(completionKey);

    /// <summary>Takes a recorded completion out of the order before anything is delivered.</summary>
    public void Forget(string completionKey) => Order.Forget(completionKey);

    /// <summary>Records the order.</summary>
    public void Seal() => _order?.Seal();

    // Never at once, as it was not when it happened: other branches of the code, which may wait for one another without the checkpoint knowing, must run in between as they did.
    private void WaitForTurn(string completionKey, DurableOperation replayed)
    {
        (_waitingForTurn ??= new Dictionary<string, DurableOperation>(StringComparer.Ordinal)).Add(completionKey, replayed);
        Open();
    }

    private void WaitAlone(DurableOperation replayed)
    {
        (_replayedOutOfOrder ??= new()).Enqueue(replayed);
        Open();
    }

    // Closed first: the delivery runs the code that follows, which opens the next operation.
    private DurableOperation Close(DurableOperation operation)
    {
        _open--;
        operation.BeforeDelivery();
        return operation;
    }
}
