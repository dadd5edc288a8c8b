using Agnt5.Execution.Telemetry;
using Agnt5.Execution.Waits;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>One step that runs in this slice: its body on the thread pool, with its retries, and its completion on the workflow's scheduler.</summary>
internal sealed class StepOperation<T>(
    WorkflowSlice slice, StepSpan span, string key, string shownKey, RetryPolicy retries, Func<CancellationToken, Task<T>> body, Func<T, byte[]> write)
    : DurableOperation, IDurableWait, IStepInFlight
{
    // Continuations run where the completion is delivered: on the scheduler, in its order.
    private readonly TaskCompletionSource<T> _completion = new();
    // A body sees what flows with the code that asked for it, such as the current activity, also when a timer starts it.
    private readonly ExecutionContext? _callersContext = ExecutionContext.Capture();
    private StepAttempt _attempt = new(key, 1);
    private StepTelemetry? _telemetry;
    private StepRetry? _retry;
    private T? _value;
    private byte[]? _json;
    private Exception? _failure;
    private StepFailedException? _given;

    public override string CompletionKey => _failure is null ? key : DurableKey.Failures(key);

    public string Key => key;

    public WaitKind Kind => WaitKind.Timer;

    public long? DueAtMs => _retry!.ReadyAtMs;

    /// <summary>Begins the step: at once, when its pending retry is due, or not in this slice when its time is up.</summary>
    public Task<T> Begin()
    {
        _retry = StepRetry.Find(slice.Checkpoint, key);
        if (_retry is null)
        {
            slice.Deliveries.Open();
            StartOrYield();
        }
        else
        {
            slice.Wait(this);
        }

        return _completion.Task;
    }

    public void ComeDue()
    {
        if (_callersContext is null)
            StartOrYield();
        else
            ExecutionContext.Run(_callersContext, static step => ((StepOperation<T>)step!).StartOrYield(), this);
    }

    public Suspension Describe(long? timeoutMs) => new TimerSuspension(_retry!.ReadyAtMs, key);

    public void Cut()
    {
        _attempt.Cut();
        _telemetry?.Cut();
    }

    public override void BeforeDelivery()
    {
        if (_failure is null)
            return;

        slice.Claims.Release(key);
        _given = ToStepFailure();
        slice.Failures.Deliver(_given);
    }

    public override void Deliver()
    {
        if (_given is null)
            _completion.SetResult(_value!);
        else
            SeenFailures.Hand(_given, _completion);
    }

    public StepFailedException? UndeliveredFailure => _failure is null ? null : ToStepFailure();

    private StepFailedException ToStepFailure() => new(key, ErrorTypes.NameOf(_failure!.GetType()), ExceptionText.Message(_failure) ?? "", ErrorTypes.Behind(_failure))
    {
        IsFinal = FailureClassifier.IsFinal(_failure),
        LiveCause = _failure,
        StepKey = shownKey,
    };

    private void StartOrYield()
    {
        if (!slice.MayStartStep())
            return;

        _attempt = new StepAttempt(key, (_retry?.Attempt ?? 0) + 1);
        slice.Begin(this, Task.Run(RunBodyAsync));
    }

    private async Task RunBodyAsync()
    {
        var outcome = StepOutcome.Finished;
        try
        {
            outcome = await RunAttemptsAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Of a callback that decides about retries.
            if (slice.DeadlineHasPassed)
                outcome = StepOutcome.Cut;
            else
                _failure = exception;
        }

        _telemetry?.End(_failure, wasCut: outcome == StepOutcome.Cut);
        slice.Scheduler.PostArrival(static state =>
        {
            var (step, outcome) = ((StepOperation<T>, StepOutcome))state!;
            step.Arrive(outcome);
        }, (this, outcome));
    }

    /// <summary>Runs the body until it finishes, fails for good, or has to wait longer than the slice lasts.</summary>
    private async Task<StepOutcome> RunAttemptsAsync()
    {
        while (true)
        {
            var failure = await RunAttemptAsync().ConfigureAwait(false);
            if (failure is null)
                return StepOutcome.Finished;
            // Whatever it throws now: libraries have exceptions of their own for a call that was cancelled.
            if (slice.DeadlineHasPassed)
                return StepOutcome.Cut;
            if (slice.CallerHasLeft || !retries.Allows(_attempt.Number, failure))
            {
                _failure = failure;
                return StepOutcome.Finished;
            }

            var wait = retries.WaitAfter(_attempt.Number, failure);
            _telemetry?.Retry(failure);
            EngineLog.StepRetried(slice.Log, failure, slice.LoggedRunId, CallerText.Shorten(key), _attempt.Number, wait);
            if (!slice.Budget.Fits(wait))
            {
                _retry = new StepRetry(_attempt.Number, UnixTime.Add(slice.NowMs, UnixTime.CeilingMilliseconds(wait)));
                _failure = failure;
                return StepOutcome.Waits;
            }

            if (!await slice.DelayAsync(wait).ConfigureAwait(false))
                return StepOutcome.Cut;
            _attempt = new StepAttempt(key, _attempt.Number + 1);
        }
    }

    private async Task<Exception?> RunAttemptAsync()
    {
        try
        {
            StepScope.Enter(_attempt);
            _telemetry = slice.Telemetry?.BeginStep(span, _attempt);
            _value = await body(slice.CancellationToken).ConfigureAwait(false);
            _json = Write(_value);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    // Written as soon as the body has returned, before the workflow can change the object.
    private byte[] Write(T value)
    {
        byte[] json;
        try
        {
            json = write(value);
        }
        catch (Exception exception)
        {
            throw new NonRetryableException($"The result of step '{shownKey}' cannot be written as JSON, so it could not be replayed: {UnwritableException.ProblemOf(exception)}.", exception);
        }

        return json.Length <= 2 * RecordedValues.MaxDepth || RecordedValues.IsRecord(json)
            ? json
            : throw new NonRetryableException($"The result of step '{shownKey}' nests deeper than {RecordedValues.MaxDepth} levels, so no request could bring it back. Return a flatter one.");
    }

    private void Arrive(StepOutcome outcome)
    {
        slice.End(this, wasCut: outcome == StepOutcome.Cut);
        switch (outcome)
        {
            case StepOutcome.Cut:
                _attempt.Cut();
                return;
            case StepOutcome.Waits when slice.BodyGoesOn:
                _failure = null;
                _retry!.Record(slice.Checkpoint, key);
                slice.WaitAgain(this);
                return;
            case StepOutcome.Finished when _failure is null:
                _failure = slice.Limit.Refuse(key, shownKey, _json!.Length);
                if (_failure is null)
                    slice.Checkpoint.Record(key, _json);
                break;
        }

        StepRetry.Remove(slice.Checkpoint, key);
        slice.Deliveries.Arrive(this);
    }

    private enum StepOutcome
    {
        /// <summary>The body returned, or failed for good.</summary>
        Finished,

        /// <summary>The next attempt has to wait longer than the slice lasts.</summary>
        Waits,

        /// <summary>The deadline ended it.</summary>
        Cut,
    }
}
