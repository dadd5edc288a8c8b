using Agnt5.Generated;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>Makes the outcome of a stopped slice: completes its records, and decides how the run goes on (protocol sections 5 and 6).</summary>
/// <param name="slice">The slice.</param>
/// <param name="component">The component that ran in the slice.</param>
/// <param name="blockedAfter">The place where its code blocks its thread, or <see langword="null"/> when the thread is free.</param>
/// <param name="firstCutStep">The first step that was given up.</param>
internal readonly struct SliceOutcome(WorkflowSlice slice, ComponentDescriptor component, string? blockedAfter, string? firstCutStep)
{
    public Outcome Of(BodyEnd end)
    {
        try
        {
            var hasFinishedWork = CompleteRecords(end);
            return HoldToLimit(ToOutcome(end, hasFinishedWork));
        }
        // A record cannot be read, or a question is different each time.
        catch (NonRetryableException corruptRecord)
        {
            return Outcome.Failed(corruptRecord);
        }
    }

    /// <returns>Whether the slice has finished work that the next slice need not repeat.</returns>
    private bool CompleteRecords(BodyEnd end)
    {
        RecordUndelivered(wasCut: end is BodyEnd.CutOff);
        BodyProgress? leftOutFrom = null;
        if (end is BodyEnd.Suspended or BodyEnd.CutOff)
            slice.FailuresSoFar?.RecordOpen(waits: end is BodyEnd.Suspended);
        else
            leftOutFrom = slice.FailuresSoFar?.LeaveOut((end as BodyEnd.Failed)?.Failure);

        // For code that blocks its thread, times and events are not progress: it could read the clock and emit for ever.
        var hasFinishedWork = slice.Checkpoint.HasNews;
        slice.Seal(leftOutFrom);
        return blockedAfter is null ? slice.Checkpoint.HasNews : hasFinishedWork;
    }

    /// <summary>Records the operations that arrived after the body had ended: finished steps always, failures only if the run goes on.</summary>
    private void RecordUndelivered(bool wasCut)
    {
        foreach (var operation in slice.Deliveries.Undelivered)
        {
            if (operation is IStepInFlight step && step.UndeliveredFailure is { } failure)
            {
                if (!wasCut)
                {
                    if (!slice.CallerHasLeft || failure.LiveCause is not OperationCanceledException)
                        EngineLog.UnawaitedStepFailed(slice.Log, failure.LiveCause!, slice.LoggedRunId, CallerText.Shorten(step.Key));
                    continue;
                }

                slice.Failures.Deliver(failure);
            }

            slice.Deliveries.Append(operation.CompletionKey!);
        }
    }

    private Outcome ToOutcome(BodyEnd end, bool hasFinishedWork) => end switch
    {
        BodyEnd.Failed(var failure) => ToFailedOutcome(failure),
        BodyEnd.Suspended(var suspension) => ToSuspendedOutcome(suspension),
        BodyEnd.CutOff => ToCutOutcome(hasFinishedWork),
        _ => Outcome.Completed,
    };

    private Outcome ToSuspendedOutcome(Suspension suspension)
    {
        if (suspension is QuestionSuspension shown)
            slice.Questions.Show(shown);
        return Outcome.Suspended(suspension);
    }

    private Outcome ToCutOutcome(bool hasFinishedWork)
    {
        if (hasFinishedWork)
            return Outcome.Suspended(new BudgetSuspension(BudgetSuspension.DefaultReason, slice.Budget.DeadlineMs!.Value));
        return Outcome.Failed(blockedAfter is null
            ? DeadlineExceededException.OfSlice(component.Name, firstCutStep)
            : DeadlineExceededException.OfBlockedThread(component, blockedAfter));
    }

    /// <summary>Makes the run's failure final where a retry would run a step again although the code has reacted to its failure, with a compensation for example.</summary>
    private Outcome ToFailedOutcome(Exception failure)
    {
        if (FailureClassifier.IsFinal(failure) || slice.FailuresSoFar?.DecidedStepBehind(failure) is not { } step)
            // A retry of a run that began in this slice repeats the whole run, including its first half.
            return Outcome.Failed(failure) with { NeedsRecords = slice.FailuresSoFar is { HasDecided: true } && slice.Checkpoint.WasGiven };

        EngineLog.FailureWasDecided(slice.Log, slice.LoggedRunId, CallerText.Shorten(step));
        return Outcome.Failed(failure) with { IsFinal = true };
    }

    /// <summary>Fails a run whose checkpoint is too large to come back with the next request.</summary>
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
