using Agnt5.Execution.Telemetry;
using Agnt5.Execution.Waits;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>
/// One slice of a durable component: runs the body on its scheduler until it has ended, waits for what this slice cannot give, or has to stop; then until every step in flight is
/// recorded. Its state belongs to the scheduler until that has stopped; then to <see cref="RunAsync"/>, which makes the outcome of it.
/// </summary>
internal sealed class WorkflowSlice : IDisposable
{
    private readonly Invocation _invocation;
    private readonly SliceBody _body;
    private readonly PendingWaits _waits = new();
    private readonly StepsInFlight _steps;
    private readonly SliceAlarm _alarm;
    private readonly SliceOwnership? _ownership;
    private Questions? _questions;
    private Signals? _signals;
    private GraceTimer? _grace;
    private Exception? _failure;
    private Suspension? _suspension;
    private string? _yieldReason;
    private bool _deadlineCutTheBody;
    private bool _hasStartedAStep;
    private (string Call, string? Name)? _lastCall;

    public WorkflowSlice(Invocation invocation, SliceBody body)
    {
        _invocation = invocation;
        _body = body;
        // Without a deadline there is nobody to answer before the code ends, so nothing needs to be guarded.
        _ownership = invocation.Cancellation.HasDeadline ? new SliceOwnership() : null;
        Scheduler = new SliceScheduler(EndBody, OnQuiet, _ownership);
        Claims = new DurableClaims(invocation.Checkpoint);
        Limit = new CheckpointLimit(invocation.Checkpoint, invocation.RequestBytes, invocation.Settings.MaxRequestBytes);
        Deliveries = new Deliveries(invocation.Checkpoint);
        _alarm = new SliceAlarm(invocation.Time, Scheduler);
        _steps = new StepsInFlight(invocation.Time, _alarm);
        Times = new RecordedTimes(invocation.Checkpoint, invocation.Time);
        Events = new BodyEvents(invocation.Checkpoint);
        Failures = new StepFailures(invocation.Checkpoint, Deliveries, invocation.Attempt, () => new BodyProgress(Events.Emitted, Times.Given));
        if (invocation.Attempt > 0)
            Failures.ForgetEarlierAttempts(WakeUp.IsForAnOpenWait(invocation));
        invocation.Slice = this;
        Context = body.CreateContext(invocation, this);
        Random = new RunRandom(body.RandomSeed(invocation));
        invocation.Cancellation.OnDeadline = EndBodyAtDeadline;
    }

    // Few slices need it. The deadline's thread may be the first, or the slice's.
    private GraceTimer Grace => LazyInitializer.EnsureInitialized(ref _grace, () => new GraceTimer(_invocation.Time, Scheduler.TryReplaceThread));

    public SliceScheduler Scheduler { get; }

    public WorkflowContext Context { get; }

    // Most slices ask nothing and wait for no signal.
    public Questions Questions => _questions ??= new Questions(this);

    public Signals Signals => _signals ??= new Signals(this);

    public RunRandom Random { get; }

    public Deliveries Deliveries { get; }

    public StepFailures Failures { get; }

    public DurableClaims Claims { get; }

    public CheckpointLimit Limit { get; }

    public RecordedTimes Times { get; }

    public BodyEvents Events { get; }

    public Checkpoint Checkpoint => _invocation.Checkpoint;

    public Budget Budget => _invocation.Budget;

    public ILogger Log => _invocation.Logger;

    public InvocationTelemetry? Telemetry => _invocation.Telemetry;

    public string RunId => _invocation.RunId;

    public string LoggedRunId => _invocation.LoggedRunId;

    public IReadOnlyDictionary<string, string> Metadata => _invocation.Metadata;

    public bool AcceptsUnaskedAnswers => _invocation.Settings.AcceptsUnaskedAnswers;

    public CancellationToken CancellationToken => _invocation.CancellationToken;

    public bool CallerHasLeft => _invocation.Cancellation.CallerHasLeft;

    /// <summary>Whether the deadline passed while the slice ran.</summary>
    public bool DeadlineHasPassed => _invocation.Cancellation.DeadlineHasPassed;

    public long NowMs => _invocation.Time.GetUtcNow().ToUnixTimeMilliseconds();

    public bool BodyHasEnded { get; private set; }

    /// <summary>Whether the body runs on, in this slice or in another one that goes on where the deadline cut it off.</summary>
    public bool BodyGoesOn => !BodyHasEnded || _deadlineCutTheBody;

    /// <summary>Whether everything so far came from the checkpoint: until the first completion that did not.</summary>
    public bool IsReplaying => Checkpoint.WasGiven && !Deliveries.HasDeliveredNews;

    public async ValueTask<Outcome> RunAsync()
    {
        // Code that blocks its thread must not block the one that answers for it.
        if (_ownership is null)
            Scheduler.Run(RunBody, this);
        else
            Scheduler.RunOnThreadPool(RunBody, this);
        if (!Scheduler.Stopped.IsCompleted)
            await WaitUntilItEndsOrIsCutOffAsync().ConfigureAwait(false);

        var lateThread = _ownership?.LateThread;
        var lateSteps = _steps.GiveUp();
        var lingering = lateSteps is null || lateThread is null ? lateSteps ?? lateThread : Task.WhenAll(lateSteps, lateThread);
        var blockedAfter = lateThread is null ? null : DescribeLastCall();
        try
        {
            var end = new BodyEnd(_failure, _suspension, _deadlineCutTheBody, blockedAfter, _steps.FirstCut);
            return new SliceOutcome(this, _invocation.Component).Of(end) with { Lingering = lingering, BlockedAfter = blockedAfter };
        }
        catch (NonRetryableException corruptRecord)
        {
            return Outcome.Failed(corruptRecord) with { Lingering = lingering, BlockedAfter = blockedAfter };
        }
    }

    public void Dispose()
    {
        _alarm.Dispose();
        Volatile.Read(ref _grace)?.Dispose();
    }

    /// <summary>Starts a durable call: every call of the workflow's that the checkpoint knows of passes here. The call lasts until it is disposed.</summary>
    /// <param name="call">The call as the user wrote it, for messages.</param>
    /// <param name="name">What the user called the operation.</param>
    /// <exception cref="NonRetryableException">The call came from outside the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left, or the code was given up.</exception>
    public DurableCall EnterDurableCall(string call, string? name = null)
    {
        if (_ownership is not null)
            return EnterGuardedCall(call, name);

        EnterOwnCode(call);
        return new DurableCall(null, GoOn());
    }

    private DurableCall EnterGuardedCall(string call, string? name)
    {
        var entered = EnterEngine(call);
        _lastCall = (call, name);
        try
        {
            return entered with { GoesOn = GoOn() };
        }
        catch
        {
            entered.Dispose();
            throw;
        }
    }

    private bool GoOn()
    {
        if (CallerHasLeft)
            throw new OperationCanceledException(CancellationToken);
        if (DeadlineHasPassed)
            return false;

        Failures.GoOn();
        return true;
    }

    /// <summary>Starts a call that touches the state of the slice, until it is disposed.</summary>
    /// <inheritdoc cref="EnterOwnCode"/>
    public DurableCall EnterEngine(string call)
    {
        EnterOwnCode(call);
        if (_ownership is null)
            return new DurableCall(null);
        return TryEnterEngine(out var entered) ? entered : throw new OperationCanceledException(CancellationToken);
    }

    /// <summary>What a durable call gives that will not complete in this slice.</summary>
    public static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;

    /// <summary>Checks that a call comes from the workflow's own code, where calls have an order.</summary>
    /// <param name="call">The call as the user wrote it, for the message.</param>
    /// <exception cref="NonRetryableException">It does not.</exception>
    /// <exception cref="OperationCanceledException">The code was given up.</exception>
    public void EnterOwnCode(string call)
    {
        var isOwn = Scheduler.IsCurrent;
        if (isOwn && _ownership is { LateThread: not null })
            throw new OperationCanceledException(CancellationToken);
        if (!isOwn || BodyHasEnded)
            throw MisplacedDurableCall.Exception(call);
    }

    /// <summary>Whether a step may begin. Every step boundary is a yield point; the first step to run always may, so that a slice makes progress.</summary>
    public bool MayStartStep()
    {
        if (_hasStartedAStep && Budget.IsNearlySpent)
        {
            Yield(BudgetSuspension.DefaultReason);
            return false;
        }

        return _hasStartedAStep = true;
    }

    /// <summary>Takes note of a step whose body runs from here on.</summary>
    public void Begin(IStepInFlight step, Task body) => _steps.Add(step, body);

    /// <summary>Takes note that a step's body has ended, or was cut off by the deadline.</summary>
    public void End(IStepInFlight step, bool wasCut)
    {
        _steps.Remove(step, wasCut);
        // What cut the step may not have got round to the slice yet, which must not suspend for another wait before.
        if (wasCut)
            CutOff();
    }

    /// <summary>Begins a wait.</summary>
    public void Wait(IDurableWait wait)
    {
        Deliveries.Open();
        WaitAgain(wait);
    }

    /// <summary>Ends a wait that nobody is interested in any more. It never completes.</summary>
    public void Withdraw(IDurableWait wait)
    {
        if (!TryEnterEngine(out var call))
            return;
        using (call)
        {
            if (_waits.Remove(wait))
                Deliveries.Withdraw();
        }
    }

    /// <summary>Waits for an operation that has begun already.</summary>
    public void WaitAgain(IDurableWait wait) => _waits.Add(wait);

    /// <summary>Suspends the run as soon as nothing of this slice goes on.</summary>
    public void Yield(string reason) => _yieldReason ??= reason;

    /// <summary>Waits between two attempts of a step.</summary>
    /// <returns>Whether the time has passed; not when the slice has to end before.</returns>
    public async Task<bool> DelayAsync(TimeSpan wait)
    {
        await Task.Delay(wait, _invocation.Time, CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !CancellationToken.IsCancellationRequested;
    }

    private async Task WaitUntilItEndsOrIsCutOffAsync()
    {
        using var cut = CancellationToken.UnsafeRegister(
            static slice => ((WorkflowSlice)slice!).BeginToEnd(), this);
        await Scheduler.Stopped.ConfigureAwait(false);
    }

    private static void RunBody(object? slice) => _ = ((WorkflowSlice)slice!).RunBodyAsync();

    private async Task RunBodyAsync()
    {
        Exception? failure = null;
        try
        {
            await _body.RunAsync(_invocation).ConfigureAwait(true);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        if (!TryEnterEngine(out var call))
            return;
        using (call)
            EndBody(failure);
    }

    private bool TryEnterEngine(out DurableCall call)
    {
        var isOutermost = false;
        var mayEnter = _ownership is null || _ownership.TryEnterEngine(out isOutermost);
        call = new DurableCall(isOutermost ? _ownership : null);
        return mayEnter;
    }

    // Before the token fires: what the code awaits outside its steps is cancelled by it too, and the code must not take that for a failure and undo what it did.
    private void EndBodyAtDeadline()
    {
        Scheduler.CloseContinuations();
        BeginToEnd();
    }

    private void BeginToEnd()
    {
        Scheduler.PostArrival(static slice => ((WorkflowSlice)slice!).CutOff(), this);
        // After it: whoever takes the place of a blocked thread must find it.
        Grace.Begin();
    }

    private void EndBody(Exception? failure)
    {
        if (BodyHasEnded)
            return;

        BodyHasEnded = true;
        // Code that runs on past the deadline sees its token and may give up or undo what it did: how it ends then does not count.
        if (DeadlineHasPassed)
            _deadlineCutTheBody = true;
        else
            _failure = failure;
        Scheduler.CloseContinuations();
    }

    private void CutOff()
    {
        Grace.Begin();
        _steps.BeginGrace(Grace.BeganAt);
        if (CallerHasLeft)
        {
            EndBody(new OperationCanceledException(CancellationToken));
            return;
        }

        if (BodyHasEnded)
            return;

        _deadlineCutTheBody = true;
        EndBody(null);
    }

    /// <summary>Called when every continuation has run, while nothing else of the slice can: so nothing of it runs beside the response that is written at its end.</summary>
    /// <returns>What the code is given next, or <see langword="null"/> when it has to wait for more.</returns>
    private DurableOperation? OnQuiet()
    {
        if (BodyHasEnded)
        {
            if (_steps.MayEnd())
                Scheduler.Stop();
            return null;
        }

        do
        {
            if (Deliveries.TakeNext() is { } next)
                return next;
        }
        while (_waits.ComeDue(NowMs));

        // Else steps are in flight, or the code awaits something of its own.
        if (_steps.IsEmpty && (_yieldReason is not null || !_waits.IsEmpty))
            Suspend();
        else
            _alarm.SetAt(_waits.NextDueAtMs);
        return null;
    }

    private void Suspend()
    {
        BodyHasEnded = true;
        _suspension = _yieldReason is null ? _waits.Describe(NowMs) : new BudgetSuspension(_yieldReason, Budget.DeadlineMs!.Value);
        Scheduler.Stop();
    }

    private string DescribeLastCall() => _lastCall switch
    {
        null => "before its first durable call",
        (var call, null) => $"after {call}",
        var (call, name) => $"after {call} '{CallerText.Shorten(name)}'",
    };
}
