using Agnt5.Execution;

namespace Agnt5.Testing.Replaying;

/// <summary>Lets no step run: a replay of a saved run has a record for each. It remembers what the code wanted, and what it did not ask for.</summary>
internal sealed class ReplayWatch : IStepWatch
{
    private readonly Lock _gate = new();
    private readonly List<string> _wanted = [];
    private readonly List<string> _unused = [];

    /// <summary>The steps that the code wanted to run.</summary>
    public IReadOnlyList<string> Wanted
    {
        get
        {
            lock (_gate)
                return [.. _wanted];
        }
    }

    /// <summary>The records that the code did not ask for.</summary>
    public IReadOnlyList<string> Unused
    {
        get
        {
            lock (_gate)
                return [.. _unused];
        }
    }

    public ValueTask BeginAsync(StepAttempt attempt, CancellationToken cancellationToken)
    {
        lock (_gate)
            _wanted.Add(attempt.ShownKey);
        return ValueTask.FromException(new NonRetryableException($"The saved run has no record of step '{attempt.ShownKey}'."));
    }

    public void End(StepAttempt attempt, ReadOnlyMemory<byte> result, Exception? failure)
    {
    }

    public void Rest(string runId, int steps)
    {
    }

    public void Leave(string runId, IEnumerable<string> unusedKeys)
    {
        lock (_gate)
            _unused.AddRange(unusedKeys);
    }
}
