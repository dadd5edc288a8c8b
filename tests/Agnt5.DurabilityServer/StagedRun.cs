namespace Agnt5.Durability.Tests.Platform;

/// <summary>What happens in one run, in its order.</summary>
public sealed class StagedRun
{
    private readonly Lock _gate = new();
    private readonly List<Happening> _happenings = [];
    private readonly List<Execution> _executions = [];
    private readonly List<Execution> _foreign = [];
    private int _worlds;

    public VirtualClock Clock { get; } = new();

    /// <summary>The slice that the last invoke began.</summary>
    public int Slice { get; set; }

    /// <summary>The last slice in which something has begun.</summary>
    public int BegunSlice { get; private set; }

    /// <summary>How much has happened. It stays the same while nothing moves.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _happenings.Count;
        }
    }

    /// <summary>Whether no invocation uses a world.</summary>
    public bool IsOver
    {
        get
        {
            lock (_gate)
                return _worlds == 0;
        }
    }

    public void Enter()
    {
        lock (_gate)
        {
            BegunSlice = Slice;
            _worlds++;
        }
    }

    public void Leave()
    {
        lock (_gate)
            _worlds--;
    }

    public void Note(string what) => Add(new Happening("note", what, 0));

    public Execution Begin(string step) => Begin(_executions, "begin", "cancelled", step);

    public Execution BeginForeign(string name) => Begin(_foreign, "foreign", "cancelled foreign", name);

    public Execution Find(End end)
    {
        lock (_gate)
            return (end.IsForeign ? _foreign : _executions)[end.Id];
    }

    public IReadOnlyList<Happening> Since(int known)
    {
        lock (_gate)
            return _happenings[known..];
    }

    private Execution Begin(List<Execution> executions, string began, string cancelled, string step)
    {
        lock (_gate)
        {
            var id = executions.Count;
            var execution = new Execution(id, step, Slice, _happenings.Count, () => Add(new Happening(cancelled, step, id)));
            executions.Add(execution);
            _happenings.Add(new Happening(began, step, id));
            return execution;
        }
    }

    private void Add(Happening happening)
    {
        lock (_gate)
            _happenings.Add(happening);
    }
}
