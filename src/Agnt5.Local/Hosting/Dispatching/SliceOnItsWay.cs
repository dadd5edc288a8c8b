namespace Agnt5.Local.Hosting.Dispatching;

/// <summary>A slice that was sent, or is about to be.</summary>
internal sealed class SliceOnItsWay(WaitingSlice slice) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _abandoned = new();
    private bool _isDisposed;

    public string RunId => slice.RunId;

    public int Number => slice.Slice;

    /// <inheritdoc cref="WaitingSlice.Input"/>
    public ReadOnlyMemory<byte>? Input => slice.Input;

    /// <summary>Fires when nobody waits for the answer any more.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Gives it up. What hangs on the token runs elsewhere: the engine's loop must not wait for it.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            if (!_isDisposed)
                _ = _abandoned.CancelAsync();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            if (!_abandoned.IsCancellationRequested)
                _abandoned.Dispose();
        }
    }
}
