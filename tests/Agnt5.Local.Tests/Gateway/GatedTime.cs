namespace Agnt5.Local.Tests.Gateway;

/// <summary>A clock that holds whoever looks at it on a thread of its own, such as the engine's loop, while it is closed. The threads of the pool see the time.</summary>
internal sealed class GatedTime : TimeProvider, IDisposable
{
    private readonly ManualResetEventSlim _isOpen = new(initialState: true);
    private readonly ManualResetEventSlim _isAtGate = new();

    public override DateTimeOffset GetUtcNow()
    {
        if (!Thread.CurrentThread.IsThreadPoolThread && !_isOpen.IsSet)
        {
            _isAtGate.Set();
            _isOpen.Wait();
        }

        return base.GetUtcNow();
    }

    public void Close() => _isOpen.Reset();

    public void Open() => _isOpen.Set();

    /// <summary>Waits until somebody is held.</summary>
    public Task WhenHeldAsync() => Task.Run(_isAtGate.Wait).WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose()
    {
        _isOpen.Dispose();
        _isAtGate.Dispose();
    }
}
