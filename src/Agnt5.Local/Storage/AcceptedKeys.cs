namespace Agnt5.Local.Storage;

/// <summary>Idempotency keys with the runs that they stand for, each until its time is over.</summary>
internal sealed class AcceptedKeys
{
    private readonly Dictionary<IdempotencyKey, (string RunId, long UntilMs)> _runs = [];
    private readonly PriorityQueue<IdempotencyKey, long> _byEnd = new();

    public string? Find(IdempotencyKey key, long nowMs)
    {
        DropOver(nowMs);
        return _runs.TryGetValue(key, out var accepted) ? accepted.RunId : null;
    }

    public void Add(IdempotencyKey key, string runId, long untilMs)
    {
        _runs[key] = (runId, untilMs);
        _byEnd.Enqueue(key, untilMs);
    }

    private void DropOver(long nowMs)
    {
        while (_byEnd.TryPeek(out var key, out var untilMs) && untilMs <= nowMs)
        {
            _byEnd.Dequeue();
            // The key may stand for a later run by now.
            if (_runs.TryGetValue(key, out var accepted) && accepted.UntilMs <= nowMs)
                _runs.Remove(key);
        }
    }
}
