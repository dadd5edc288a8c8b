using Agnt5.Generated;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>Makes the outcome of a slice that has stopped: completes its records, and says how the run goes on (protocol sections 5 and 6).</summary>
internal readonly struct SliceOutcome(WorkflowSlice slice, ComponentDescriptor component)
{
    /// <exception cref="NonRetryableException">A record cannot be read, or a question is another one each time.</exception>
    public Outcome Of(BodyEnd end)
    {
        var hasFinishedWork = CompleteRecords(end);
        return HoldToLimit(ToOutcome(end, hasFinishedWork));
    }

    /// <returns>Whether the slice has done what the next one need not do again.</returns>
    private bool CompleteRecords(BodyEnd end)
    {
        RecordUndelivered(end);
        BodyProgress? leftOutFrom = null;
        if (end.Suspension is not null || end.WasCut)
            slice.Failures.RecordOpen(waits: end.Suspension is not null);
        else
            leftOutFrom = slice.Failures.LeaveOut(end.Failure);

        // Times and events are no progress of code that blocks its thread: it could be given new ones for ever.
        var hasFinishedWork = slice.Checkpoint.HasNews;
        slice.Times.Seal(leftOutFrom);
        slice.Events.Seal(leftOutFrom);
        slice.Deliveries.Seal();
        return end.BlockedAfter is null ? slice.Checkpoint.HasNews : hasFinishedWork;
    }

    /// <summary>What arrived after the body had ended: finished steps are recorded, failures only where the run goes on.</summary>
    private void RecordUndelivered(BodyEnd end)
    {
        foreach (var operation in slice.Deliveries.Undelivered)
        {
            if (operation is IStepInFlight step && step.UndeliveredFailure is { } failure)
            {
                if (!end.WasCut)
                {
                    if (!slice.CallerHasLeft || failure.LiveCause is not OperationCanceledException)
                        EngineLog.UnawaitedStepFailed(slice.Log, failure.LiveCause!, slice.LoggedRunId, CallerText.Shorten(step.Key));
                    continue;
                }

                slice.Failures.Deliver(failure);
            }

            slice.Deliveries.Append(operation.CompletionKey);
        }
    }

    private Outcome ToOutcome(BodyEnd end, bool hasFinishedWork)
    {
        if (end.Failure is not null)
            return ToFailedOutcome(end.Failure);
        if (end.Suspension is QuestionSuspension shown)
            slice.Questions.Show(shown);
        if (end.Suspension is not null)
            return Outcome.Suspended(end.Suspension);
        if (!end.WasCut)
            return Outcome.Completed;
        if (hasFinishedWork)
            return Outcome.Suspended(new BudgetSuspension(BudgetSuspension.DefaultReason, slice.Budget.DeadlineMs!.Value));
        return Outcome.Failed(end.BlockedAfter is null
            ? DeadlineExceededException.OfSlice(component.Name, end.FirstCutStep)
            : DeadlineExceededException.OfBlockedThread(component, end.BlockedAfter));
    }

    /// <summary>A retry must not run a step again whose failure the workflow has answered with durable work, such as a compensation.</summary>
    private Outcome ToFailedOutcome(Exception failure)
    {
        if (FailureClassifier.IsFinal(failure) || slice.Failures.DecidedStepBehind(failure) is not { } step)
            // A run that began in this slice is done anew as a whole, its first half too.
            return Outcome.Failed(failure) with { NeedsRecords = slice.Failures.HasDecided && slice.Checkpoint.WasGiven };

        EngineLog.FailureWasDecided(slice.Log, slice.LoggedRunId, CallerText.Shorten(step));
        return Outcome.Failed(failure) with { IsFinal = true };
    }

    /// <summary>A run that goes on needs a checkpoint that comes back.</summary>
    private Outcome HoldToLimit(Outcome outcome)
    {
        var limit = slice.Limit;
        if (outcome.IsCompleted || !limit.IsHalfSpent)
            return outcome;
        if (!limit.IsExceeded)
        {
            EngineLog.CheckpointIsLarge(slice.Log, slice.LoggedRunId, limit.SizeBytes, limit.MaxRequestBytes, limit.Largest);
            return outcome;
        }

        return outcome.Exception is null ? Outcome.Failed(limit.Exceeded()) : outcome with { IsFinal = true };
    }
}
