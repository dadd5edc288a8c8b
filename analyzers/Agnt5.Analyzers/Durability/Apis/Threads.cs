using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4005: the members that run code outside of the workflow's order.</summary>
internal static class Threads
{
    public static readonly ForbiddenApi[] Apis =
    [
        new(Rules.StartedWork, "System.Threading.Tasks", "Task", "Run", "Start", "RunSynchronously", "ContinueWith", ".ctor"),
        new(Rules.StartedWork, "System.Threading.Tasks", "TaskFactory", "StartNew", "ContinueWhenAll", "ContinueWhenAny"),
        new(Rules.StartedWork, "System.Threading.Tasks", "Parallel", "For*", "Invoke"),
        new(Rules.StartedWork, "System.Threading", "Thread", ".ctor"),
        new(Rules.StartedWork, "System.Threading", "ThreadPool", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject"),
        new(Rules.StartedWork, "System.Linq", "ParallelEnumerable", "AsParallel"),
        new(Rules.StartedWork, "System.ComponentModel", "BackgroundWorker", "RunWorkerAsync"),
    ];

    /// <summary>Whether a method runs its delegate outside of the workflow's order, so that a finding at the call is enough.</summary>
    public static bool Starts(IMethodSymbol method) => ForbiddenApis.Find(method)?.Rule == Rules.StartedWork;
}
