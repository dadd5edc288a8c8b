namespace Agnt5.Primitives;

/// <summary>A lock that costs nothing in WebAssembly, which has one thread. The interpreter there takes as long for a lock as for the work that it guards.</summary>
internal sealed class Gate
{
    private readonly Lock _lock = new();

    /// <summary>Enters. The end of the scope leaves.</summary>
    public Lock.Scope Enter() => OperatingSystem.IsBrowser() ? default : _lock.EnterScope();
}
