namespace Agnt5.Durability.Tests.Platform;

/// <summary>
/// The world that the workflows of one run act on. It remembers everything that happened: the executions of step bodies, and for each slice the path of the workflow's own code.
/// </summary>
public sealed class World(Scenario scenario)
{
    private readonly Lock _gate = new();
    private readonly List<Execution> _executions = [];
    private readonly List<Execution> _foreign = [];
    private readonly List<string> _trace = [];
    private readonly HashSet<int> _lost = [];
    private readonly HashSet<int> _dropped = [];
    private readonly List<string> _violations = [];
    private int _slice;
    private bool _isOpen;

    /// <summary>The faults that were found.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>The path of the current or last slice.</summary>
    public IReadOnlyList<string> Trace => _trace;

    public int Slice => _slice;

    /// <summary>The executions in the run's history, without slices whose response was lost or dropped.</summary>
    public IEnumerable<Execution> History => _executions.Where(execution => !_lost.Contains(execution.Slice) && !_dropped.Contains(execution.Slice));

    public IEnumerable<Execution> OfThisSlice => _executions.Where(execution => execution.Slice == _slice);

    /// <summary>Bodies at their gates, including those that earlier slices abandoned.</summary>
    public IReadOnlyList<Execution> Waiting
    {
        get
        {
            lock (_gate)
                return [.. _executions.Concat(_foreign).Where(static execution => execution.IsWaiting)];
        }
    }

    public void BeginSlice()
    {
        lock (_gate)
        {
            _slice++;
            _isOpen = true;
            _trace.Clear();
        }
    }

    public void EndSlice() => _isOpen = false;

    /// <summary>Takes the slice out of the run's history, because its response reached nobody.</summary>
    public void Lose()
    {
        lock (_gate)
            _lost.Add(_slice);
        foreach (var execution in Waiting.Where(execution => execution.Slice == _slice))
            execution.Cancel();
    }

    /// <summary>Drops what a failed slice recorded. The failures in it still count.</summary>
    public void Drop() => _dropped.Add(_slice);

    /// <summary>How often a step has failed in slices whose response arrived.</summary>
    public int FailuresOf(string step) => _executions.Count(execution => execution.Step == step && execution.End == ExecutionEnd.Threw && !_lost.Contains(execution.Slice));

    /// <summary>Whether the step's next execution fails.</summary>
    public bool IsToFail(string step) => FailuresOf(step) < scenario.Failures.GetValueOrDefault(step);

    /// <summary>Notes an action or observation of the workflow's own code. A replay must do and see the same.</summary>
    public void Note(string what)
    {
        lock (_gate)
        {
            if (!_isOpen)
                _violations.Add($"workflow code ran after its slice had ended: {what}");
            _trace.Add(what);
        }
    }

    /// <summary>A task that a workflow awaits outside of steps, so it is not recorded.</summary>
    public Task AwaitForeignAsync(string name) => BeginForeign(name).PassAsync(CancellationToken.None);

    /// <summary>Begins something that a workflow awaits outside of steps.</summary>
    internal Execution BeginForeign(string name)
    {
        var foreign = new Execution(_foreign.Count, name, _slice, _trace.Count);
        lock (_gate)
            _foreign.Add(foreign);
        if (_lost.Contains(_slice))
            foreign.Cancel();
        return foreign;
    }

    /// <summary>Begins a step's body.</summary>
    public Execution Begin(string step)
    {
        lock (_gate)
        {
            if (!_isOpen && !_lost.Contains(_slice))
                _violations.Add($"step {step} began after its slice had ended");
            foreach (var (undone, by) in scenario.NeverAfter.Select(static pair => (pair.Step, pair.By)))
            {
                if (step == undone && History.Any(execution => execution.Step == by && execution is { End: ExecutionEnd.Finished, IsAbandoned: false }))
                    _violations.Add($"step {step} began after {by} had undone it");
            }

            var execution = new Execution(_executions.Count, step, _slice, _trace.Count);
            _executions.Add(execution);
            if (_lost.Contains(_slice))
                execution.Cancel();
            return execution;
        }
    }
}
