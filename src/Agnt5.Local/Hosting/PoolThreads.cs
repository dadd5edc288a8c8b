namespace Agnt5.Local.Hosting;

/// <summary>
/// Threads for components of this process. The pool adds a thread or two a second when all of its threads are blocked: with as many slices blocked as may be on their way, a call to the gateway, a
/// timer and the next slice would wait for half a minute. Up to a number that can be raised, it adds them at once.
/// </summary>
internal static class PoolThreads
{
    /// <summary>More are not provided for, however many slices may be on their way: they would cost more than they give.</summary>
    private const int Most = 256;

    /// <summary>Provides for slices that all block their threads. It is the process's number, and is only raised.</summary>
    public static void ProvideFor(int slices)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        var wanted = Math.Min(slices, Most) + Environment.ProcessorCount;
        if (workers < wanted)
            ThreadPool.SetMinThreads(wanted, ports);
    }
}
