namespace Agnt5.Local.Hosting.Loop;

/// <summary>The line in front of the engine's thread. That thread sleeps here itself: nothing that wakes it needs a thread of the pool, which components may hold up.</summary>
internal sealed class WorkQueue
{
    private readonly Queue<EngineWork> _line = new();
    private bool _isClosed;

    /// <returns>Whether work is still taken.</returns>
    public bool TryAdd(EngineWork work)
    {
        lock (_line)
        {
            if (_isClosed)
                return false;
            _line.Enqueue(work);
            Monitor.Pulse(_line);
            return true;
        }
    }

    /// <summary>Takes no more work. What stands in line is still handed out.</summary>
    public void Close()
    {
        lock (_line)
        {
            _isClosed = true;
            Monitor.Pulse(_line);
        }
    }

    /// <summary>Takes what there is, and waits while there is none. For one thread.</summary>
    /// <param name="batch">Where it goes.</param>
    /// <param name="most">How much at most.</param>
    /// <returns>Whether there was any. Once there is none, there never will be.</returns>
    public bool Take(List<EngineWork> batch, int most)
    {
        lock (_line)
        {
            while (_line.Count == 0 && !_isClosed)
                Monitor.Wait(_line);
            while (batch.Count < most && _line.TryDequeue(out var work))
                batch.Add(work);
            return batch.Count > 0;
        }
    }
}
