namespace Agnt5.Mcp;

/// <summary>The large results of a session. They are dropped with it, and the oldest give way to new ones. The session belongs to one user, and so do they.</summary>
internal sealed class SessionResults(KeptBytes ofAll, string owner) : IResultStore
{
    private const int MostResults = 16;
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<LargeResult> _kept = [];
    private long _bytes;
    private bool _isClosed;

    public ValueTask<bool> KeepAsync(LargeResult result, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_isClosed || result.Text.Length > MostBytes)
                return new(false);

            // Nothing gives way to a result for which there is no room even then.
            var (dropped, bytes) = WhatGivesWayTo(result);
            if (!ofAll.TryTake(owner, result.Text.Length, bytes))
                return new(false);

            for (; dropped > 0; dropped--)
                _kept.Dequeue();
            _bytes -= bytes;
            _bytes += result.Text.Length;
            _kept.Enqueue(result);
            return new(true);
        }
    }

    public ValueTask<byte[]?> FindAsync(string uri, CancellationToken cancellationToken) => new(List().FirstOrDefault(kept => kept.Uri == uri)?.Text);

    public IReadOnlyList<LargeResult> List()
    {
        lock (_gate)
            return [.. _kept];
    }

    /// <summary>Drops everything. A tool that still runs keeps nothing more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _kept.Clear();
            ofAll.Release(owner, _bytes);
            _bytes = 0;
        }
    }

    private (int Count, long Bytes) WhatGivesWayTo(LargeResult result)
    {
        var (count, bytes) = (0, 0L);
        foreach (var oldest in _kept)
        {
            if (_kept.Count - count < MostResults && _bytes - bytes + result.Text.Length <= MostBytes)
                break;
            count++;
            bytes += oldest.Text.Length;
        }

        return (count, bytes);
    }
}
