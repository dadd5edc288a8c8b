using Agnt5.Execution;

namespace Agnt5.Testing.Recording;

/// <summary>Holds attempts of a step until the test releases them.</summary>
/// <param name="step">The step's name.</param>
internal sealed class StepHold(string step)
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<(SliceLog Slice, StepAttempt Attempt)> _waiting = [];

    public string Step => step;

    public bool IsReleased => _released.Task.IsCompleted;

    public async ValueTask WaitAsync(SliceLog slice, StepAttempt attempt, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (IsReleased)
                return;
            _waiting.Add((slice, attempt));
        }

        slice.Hold(attempt);
        await _released.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets all of them go on. They count as being at work before they are.</summary>
    public void Release()
    {
        lock (_gate)
        {
            foreach (var (slice, attempt) in _waiting)
                slice.GoOn(attempt);
            _waiting.Clear();
            _released.TrySetResult();
        }
    }
}
