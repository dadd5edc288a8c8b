using System.Collections.Concurrent;

namespace Agnt5.JavaScript.Bridge;

/// <summary>
/// Requests that wait for a thread of the pool. One thread answers those that began in one round of the host's event loop, one after the other: to wake a thread costs about as much as to answer a
/// small request. A request that keeps its thread does not keep the others: whatever still waits when the host looks again gets another thread.
/// </summary>
internal sealed class BegunRequests : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<RequestInFlight> _waiting = new();

    public void Add(RequestInFlight request) => _waiting.Enqueue(request);

    /// <summary>Gets a thread for the requests that wait.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Run()
    {
        if (_waiting.IsEmpty)
            return false;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (_waiting.TryDequeue(out var request))
            request.Execute();
    }
}
