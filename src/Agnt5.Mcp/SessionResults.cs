namespace Agnt5.Mcp;

/// <summary>The large results of a session. They are dropped with it, and the oldest give way to new ones. The session belongs to one user, and so do they.</summary>
internal sealed class SessionResults(KeptBytes ofAll) : IResultStore
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
            while (_kept.Count >= MostResults || _bytes + result.Text.Length > MostBytes)
                Drop();
            if (!ofAll.TryTake(result.Text.Length))
                return new(false);

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
            while (_kept.Count > 0)
                Drop();
        }
    }

    private void Drop()
    {
        var bytes = _kept.Dequeue().Text.Length;
        _bytes -= bytes;
        ofAll.Release(bytes);
    }
}
