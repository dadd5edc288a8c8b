using Agnt5.Execution;
using Agnt5.Testing.Json;

namespace Agnt5.Testing.Recording;

/// <summary>Records the attempts of steps, lets those fail that a test wants to fail, and holds those that it wants to hold.</summary>
/// <param name="plans">What the test has planned.</param>
/// <param name="records">What the slices of all runs did.</param>
/// <param name="time">The clock of the test.</param>
internal sealed class StepWatch(StepPlans plans, RunRecords records, TimeProvider time) : IStepWatch
{
    public async ValueTask BeginAsync(StepAttempt attempt, CancellationToken cancellationToken)
    {
        var slice = SliceLog.Current;
        slice?.Begin(attempt);
        if (slice is not null && plans.FindHold(attempt.ShownKey) is { } hold)
            await hold.WaitAsync(slice, attempt, cancellationToken).ConfigureAwait(false);
        if (plans.TakeFailure(attempt.ShownKey) is { } failure)
            throw failure;
    }

    public void End(StepAttempt attempt, ReadOnlyMemory<byte> result, Exception? failure) =>
        SliceLog.Current?.End(attempt, new TestStep { Key = attempt.ShownKey, Attempt = attempt.Number, At = time.GetUtcNow(), Result = TestJson.Parse(result), Failure = failure });

    public void Rest(string runId, int steps) => records.LatestOf(runId)?.Rest(steps);

    public void Leave(string runId, IEnumerable<string> unusedKeys)
    {
    }
}
