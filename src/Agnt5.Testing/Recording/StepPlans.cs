namespace Agnt5.Testing.Recording;

/// <summary>What a test has planned for steps: failures, and holds.</summary>
internal sealed class StepPlans
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private readonly List<StepHold> _holds = [];

    /// <summary>Whether a name means a step's key: it is the key, or what stands before the colon.</summary>
    public static bool Means(string step, string key) =>
        key == step || (key.Length > step.Length && key[step.Length] == ':' && key.StartsWith(step, StringComparison.Ordinal));

    public void Add(string step, int times, Exception failure)
    {
        lock (_gate)
            _faults.Add(new Fault(step, failure) { Left = times });
    }

    public void Add(StepHold hold)
    {
        lock (_gate)
            _holds.Add(hold);
    }

    /// <summary>What holds a step, or <see langword="null"/>.</summary>
    public StepHold? FindHold(string key)
    {
        lock (_gate)
            return _holds.Find(hold => !hold.IsReleased && Means(hold.Step, key));
    }

    /// <summary>Takes the failure of an attempt, or returns <see langword="null"/> when it may go on.</summary>
    public Exception? TakeFailure(string key)
    {
        lock (_gate)
        {
            if (_faults.Find(fault => fault.Left > 0 && Means(fault.Step, key)) is not { } fault)
                return null;

            fault.Left--;
            return fault.Failure;
        }
    }

    private sealed class Fault(string step, Exception failure)
    {
        public string Step => step;

        public Exception Failure => failure;

        public int Left { get; set; }
    }
}
