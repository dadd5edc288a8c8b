using Agnt5.Local.Storage;

namespace Agnt5.Local.Tests.Hosting;

/// <summary>Holds an engine in a commit, so that what comes meanwhile makes one transaction.</summary>
internal sealed class StoreGate : IDisposable
{
    private readonly ManualResetEventSlim _isOpen = new(initialState: true);
    private readonly ManualResetEventSlim _isAtGate = new();

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

    /// <summary>Which changes the store refuses, whenever it is asked. None by default.</summary>
    public Func<StoreChanges, bool> Refuses { get; set; } = static _ => false;

    public void Dispose()
    {
        _isOpen.Dispose();
        _isAtGate.Dispose();
    }

    private void Before(string member, object?[] given)
    {
        if (member != nameof(IEngineStore.Commit))
            return;
        _isAtGate.Set();
        _isOpen.Wait();
        if (Refuses((StoreChanges)given[0]!))
            throw new IOException("The disk is full.");
    }
}
