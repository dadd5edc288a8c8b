using Agnt5.Execution.Telemetry;
using Agnt5.Execution.Waits;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>One step that runs in this slice: its body on the thread pool, with its retries, and its completion on the workflow's scheduler.</summary>
internal sealed class StepOperation<T>(
    WorkflowSlice slice, StepSpan span, string key, string shownKey, RetryPolicy retries, StepBody<T> body)
    : OpenOperation<T>(slice), IDurableWait, IStepInFlight
{
    // A body sees the execution context of the code that called it, such as the current activity, even when a timer starts the body.
    private readonly ExecutionContext? _callersContext = ExecutionContext.Capture();
    private StepAttempt _attempt = new(key, shownKey, 1);
    private StepTelemetry? _telemetry;
    private StepRetry? _retry;
    private T? _value;
    private byte[]? _json;
    private Exception? _failure;
    private StepFailedException? _given;

    public override string CompletionKey => _failure is null ? key : DurableKey.Failures(key);

    public string Key => key;

    // A step never runs and waits at the same time.
    public int Place { get; set; }

    public WaitKind Kind => WaitKind.Timer;

    public long? DueAtMs => _retry!.ReadyAtMs;

    public StepFailedException? UndeliveredFailure => _failure is null ? null : ToStepFailure();

    /// <summary>Begins the step: at once, or when its pending retry is due, or not in this slice when the slice's time is up.</summary>
    public Task<T> Begin()
    {
        _retry = StepRetry.Find(Slice.Checkpoint, key);
        if (_retry is null)
        {
            Slice.Deliveries.Open();
            StartOrYield();
        }
        else
        {
            Slice.Wait(this);
        }

        return Completion;
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

        Slice.Claims.Release(key);
        _given = ToStepFailure();
        Slice.Failures.Deliver(_given);
    }

    protected override void Deliver(TaskCompletionSource<T> awaited)
    {
        if (_given is null)
            awaited.SetResult(_value!);
        else
            SeenFailures.Hand(_given, awaited);
    }

    protected override void Record()
    {
        if (_failure is null)
            _failure = Slice.Limit.Refuse(key, shownKey, _json!.Length);
        if (_failure is null)
            Slice.Checkpoint.Record(key, _json!);
        StepRetry.Remove(Slice.Checkpoint, key);
    }

    private StepFailedException ToStepFailure()
    {
        var failure = StepFailedException.Of(key, _failure!);
        failure.StepKey = shownKey;
        return failure;
    }

    private void StartOrYield()
    {
        if (!Slice.MayStartStep())
            return;

        _attempt = new StepAttempt(key, shownKey, (_retry?.Attempt ?? 0) + 1);
        Slice.Begin(this, Task.Run(RunBodyAsync));
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
            // From a callback that decides about retries.
            if (Slice.DeadlineHasPassed)
                outcome = StepOutcome.Cut;
            else
                _failure = exception;
        }

        _telemetry?.End(_failure, wasCut: outcome == StepOutcome.Cut);
        Slice.Scheduler.PostArrival(static state =>
        {
            var (step, outcome) = ((StepOperation<T>, StepOutcome))state!;
            step.End(outcome);
        }, (this, outcome));
    }

    /// <summary>Runs the body until it finishes, fails for good, or must wait longer than the slice lasts.</summary>
    private async Task<StepOutcome> RunAttemptsAsync()
    {
        while (true)
        {
            var failure = await RunAttemptAsync().ConfigureAwait(false);
            if (failure is null)
                return StepOutcome.Finished;
            // Any exception counts here: libraries throw different exceptions for a cancelled call.
            if (Slice.DeadlineHasPassed)
                return StepOutcome.Cut;
            if (Slice.CallerHasLeft || !retries.Allows(_attempt.Number, failure))
            {
                _failure = failure;
                return StepOutcome.Finished;
            }

            var wait = retries.WaitAfter(_attempt.Number, failure);
            _telemetry?.Retry(failure);
            EngineLog.StepRetried(Slice.Log, failure, Slice.LoggedRunId, CallerText.Shorten(key), _attempt.Number, wait);
            if (!Slice.Budget.Fits(wait))
            {
                _retry = new StepRetry(_attempt.Number, UnixTime.Add(Slice.NowMs, UnixTime.CeilingMilliseconds(wait)));
                _failure = failure;
                return StepOutcome.Waits;
            }

            if (!await DelayAsync(wait).ConfigureAwait(false))
                return StepOutcome.Cut;
            _attempt = new StepAttempt(key, shownKey, _attempt.Number + 1);
        }
    }

    /// <summary>Waits between two attempts.</summary>
    /// <returns>Whether the time has passed; false when the slice must end before.</returns>
    private async Task<bool> DelayAsync(TimeSpan wait)
    {
        await Task.Delay(wait, Slice.Time, Slice.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !Slice.CancellationToken.IsCancellationRequested;
    }

    private async Task<Exception?> RunAttemptAsync()
    {
        var failure = await RunBodyOnceAsync().ConfigureAwait(false);
        Slice.StepWatch?.End(_attempt, failure is null ? _json : default, failure);
        return failure;
    }

    private async Task<Exception?> RunBodyOnceAsync()
    {
        try
        {
            StepScope.Enter(_attempt);
            _telemetry = Slice.Telemetry?.BeginStep(span, _attempt);
            if (Slice.StepWatch is { } watch)
                await watch.BeginAsync(_attempt, Slice.CancellationToken).ConfigureAwait(false);
            _value = await body.RunAsync(Slice.CancellationToken).ConfigureAwait(false);
            // Write it as soon as the body has returned, before the workflow can change the object.
            _json = body.Write(_value, shownKey, Slice.JsonDepth);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private void End(StepOutcome outcome)
    {
        Slice.End(this, wasCut: outcome == StepOutcome.Cut);
        if (outcome == StepOutcome.Cut)
        {
            _attempt.Cut();
        }
        else if (outcome == StepOutcome.Waits && Slice.BodyGoesOn)
        {
            _failure = null;
            _retry!.Record(Slice.Checkpoint, key);
            Slice.WaitAgain(this);
        }
        else
        {
            Arrive();
        }
    }

    private enum StepOutcome
    {
        /// <summary>The body returned, or failed for good.</summary>
        Finished,

        /// <summary>The next attempt must wait longer than the slice lasts.</summary>
        Waits,

        /// <summary>The deadline ended the attempt.</summary>
        Cut,
    }
}
