namespace Agnt5.Local.Hosting.Dispatching;

/// <summary>Slices that wait to be sent: those of runs with a higher priority first, then in the order in which they came. Those of a deployment that is not to be reached wait apart.</summary>
internal sealed class SliceLine
{
    private readonly PriorityQueue<WaitingSlice, (long Priority, long Number)> _line = new();
    private readonly Dictionary<string, List<WaitingSlice>> _held = [];
    private readonly Dictionary<string, WaitingSlice> _byRun = [];
    private long _lastNumber;

    /// <summary>How many slices wait, dropped ones among them.</summary>
    public int Count => _line.Count;

    /// <summary>Adds a slice. A run has one slice at a time: an earlier one of it is dropped.</summary>
    /// <returns>Whether one was dropped.</returns>
    public bool Add(WaitingSlice slice)
    {
        var drops = Drop(slice.RunId, slice.Slice - 1);
        _byRun[slice.RunId] = slice;
        Enqueue(slice);
        return drops;
    }

    /// <summary>Takes the next slice that may go.</summary>
    /// <param name="isHeld">Whether a deployment's slices have to wait.</param>
    public WaitingSlice? Take(Func<string, bool> isHeld)
    {
        while (_line.TryDequeue(out var slice, out _))
        {
            if (slice.IsDropped)
                continue;
            if (!isHeld(slice.DeploymentId))
            {
                _byRun.Remove(slice.RunId);
                return slice;
            }

            // It may wait for long.
            slice.Input = null;
            if (!_held.TryGetValue(slice.DeploymentId, out var held))
                _held.Add(slice.DeploymentId, held = []);
            held.Add(slice);
        }

        return null;
    }

    /// <summary>Lets a deployment's slices into the line again.</summary>
    public void Release(string deploymentId)
    {
        if (!_held.Remove(deploymentId, out var held))
            return;
        foreach (var slice in held)
            Enqueue(slice);
    }

    /// <summary>Drops a run's slice.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Drop(string runId, int upToSlice)
    {
        if (!_byRun.TryGetValue(runId, out var slice) || slice.Slice > upToSlice)
            return false;

        _byRun.Remove(runId);
        slice.IsDropped = true;
        return true;
    }

    private void Enqueue(WaitingSlice slice) => _line.Enqueue(slice, (-(long)slice.Priority, ++_lastNumber));
}

/// <summary>A slice in line.</summary>
internal sealed class WaitingSlice(string runId, int slice, string deploymentId, int priority)
{
    public string RunId => runId;

    public int Slice => slice;

    public string DeploymentId => deploymentId;

    public int Priority => priority;

    /// <summary>The run's input, where it is at hand.</summary>
    public ReadOnlyMemory<byte>? Input { get; set; }

    /// <summary>Whether the run does not want it any more.</summary>
    public bool IsDropped { get; set; }
}
