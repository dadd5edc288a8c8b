namespace Agnt5.Local.Storage;

/// <summary>Idempotency keys with the runs that they stand for. They are forgotten with their runs, so there are never more than a few for each run that is kept.</summary>
internal sealed class AcceptedKeys
{
    private readonly Dictionary<IdempotencyKey, (string RunId, long UntilMs)> _runs = [];
    private readonly Dictionary<string, List<IdempotencyKey>> _byRun = [];

    public string? Find(IdempotencyKey key, long nowMs) => _runs.TryGetValue(key, out var accepted) && accepted.UntilMs > nowMs ? accepted.RunId : null;

    public void Add(IdempotencyKey key, string runId, long untilMs)
    {
        _runs[key] = (runId, untilMs);
        if (!_byRun.TryGetValue(runId, out var keys))
            _byRun.Add(runId, keys = []);
        keys.Add(key);
    }

    public void Forget(string runId)
    {
        if (!_byRun.Remove(runId, out var keys))
            return;
        foreach (var key in keys)
        {
            // The key may stand for a later run by now.
            if (_runs.TryGetValue(key, out var accepted) && accepted.RunId == runId)
                _runs.Remove(key);
        }
    }
}
