namespace Agnt5.Primitives;

/// <summary>
/// A lock that costs nothing in WebAssembly, which has one thread. The interpreter there takes as long for a lock as for the work that it guards.
/// It is its own monitor: each request has several, and a <see cref="Lock"/> would be another object each.
/// </summary>
internal sealed class Gate
{
    /// <summary>Enters. The end of the scope leaves.</summary>
    public Scope Enter()
    {
        if (OperatingSystem.IsBrowser())
            return default;

        Monitor.Enter(this);
        return new Scope(this);
    }

    /// <summary>The time inside of the gate.</summary>
    public readonly ref struct Scope(Gate? entered)
    {
        public void Dispose()
        {
            if (entered is not null)
                Monitor.Exit(entered);
        }
    }
}
