namespace Agnt5.Durability.Tests.Platform;

/// <summary>The ways in which one execution of a step's body ends.</summary>
public enum ExecutionEnd
{
    Running,
    Finished,
    Threw,
    Cancelled,
}

/// <summary>One execution of a step's body. It waits at a gate until the simulation lets it through.</summary>
/// <param name="id">The number of the execution.</param>
/// <param name="step">The step's key.</param>
/// <param name="slice">The slice that began it.</param>
/// <param name="tracePosition">See <see cref="TracePosition"/>.</param>
/// <param name="cancelled">Is told when the execution's token fires.</param>
public sealed class Execution(int id, string step, int slice, int tracePosition, Action? cancelled = null)
{
    private readonly TaskCompletionSource<Exception?> _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CutKind _atDeadline = CutKind.DeadlineInStep;
    private bool _isPastDeadline;

    public int Id => id;

    public string Step => step;

    public int Slice => slice;

    /// <summary>The length of the workflow's trace when the execution began. The trace up to there does not depend on its end.</summary>
    public int TracePosition => tracePosition;

    public ExecutionEnd End { get; private set; }

    /// <summary>Whether it ignored its token at the deadline, so that it was abandoned.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>How it reacts when its token fires.</summary>
    public CutKind Reaction => _atDeadline;

    public bool IsWaiting => !_gate.Task.IsCompleted;

    /// <summary>Waits for the simulation, and ends as the simulation decides.</summary>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(OnCancelled);
        var failure = await _gate.Task.ConfigureAwait(false);
        End = failure switch
        {
            null => ExecutionEnd.Finished,
            // It was cut off, whatever it throws now.
            OperationCanceledException => ExecutionEnd.Cancelled,
            _ when _isPastDeadline => ExecutionEnd.Cancelled,
            _ => ExecutionEnd.Threw,
        };
        if (failure is not null)
            throw failure;
    }

    /// <summary>The execution's reaction when its token fires.</summary>
    public void AtDeadline(CutKind kind) => _atDeadline = kind;

    public void Finish() => _gate.TrySetResult(null);

    public void Throw(string message) => _gate.TrySetResult(new TimeoutException(message));

    public void Cancel() => _gate.TrySetResult(new OperationCanceledException());

    public override string ToString() => $"{step}#{id}";

    private void OnCancelled()
    {
        _isPastDeadline = true;
        cancelled?.Invoke();
        switch (_atDeadline)
        {
            case CutKind.DeadlineButFinishes:
                Finish();
                break;
            case CutKind.DeadlineAndThrows:
                Throw($"{step} failed");
                break;
            case CutKind.DeadlineIgnored:
                IsAbandoned = true;
                break;
            default:
                Cancel();
                break;
        }
    }
}
