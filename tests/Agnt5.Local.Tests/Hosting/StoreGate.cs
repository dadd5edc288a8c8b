using Agnt5.Local.Storage;

namespace Agnt5.Local.Tests.Hosting;

/// <summary>Holds an engine in a commit, so that what comes meanwhile makes one transaction.</summary>
internal sealed class StoreGate : IDisposable
{
    private readonly ManualResetEventSlim _isOpen = new(initialState: true);
    private readonly ManualResetEventSlim _isAtGate = new();
    private int _commitsToFailure = -1;

    public StoreGate() => Store = FaultyStore.Create(Before);

    public IEngineStore Store { get; }

    /// <summary>Holds the commit of a call, which a caller is about to make.</summary>
    /// <returns>The call.</returns>
    public T CloseAt<T>(Func<T> call)
    {
        _isAtGate.Reset();
        _isOpen.Reset();
        var called = call();
        _isAtGate.Wait();
        return called;
    }

    public void Open() => _isOpen.Set();

    /// <summary>Lets the commit behind the one that is held fail.</summary>
    public void FailNext() => _commitsToFailure = 1;

    public void Dispose()
    {
        _isOpen.Dispose();
        _isAtGate.Dispose();
    }

    private void Before(string member)
    {
        if (member != nameof(IEngineStore.Commit))
            return;
        _isAtGate.Set();
        _isOpen.Wait();
        if (_commitsToFailure-- == 0)
            throw new IOException("The disk is full.");
    }
}
