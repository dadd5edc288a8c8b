using Agnt5.Agents;
using Agnt5.Execution.Telemetry;
using Agnt5.Execution.Waits;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>
/// One slice of a workflow or agent: runs the body on its scheduler until it has ended, waits for what this slice cannot give, or has to stop; then until every step in flight is
/// recorded. Its state belongs to the scheduler until that has stopped; then to <see cref="RunAsync"/>, which makes the outcome of it.
/// </summary>
internal sealed class WorkflowSlice : IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Invocation _invocation;
    private readonly PendingWaits _waits = new();
    private readonly StepsInFlight _steps;
    private readonly SliceAlarm _alarm;
    private Exception? _failure;
    private Suspension? _suspension;
    private string? _yieldReason;
    private bool _deadlineCutTheBody;
    private bool _hasStartedAStep;

    public WorkflowSlice(Invocation invocation)
    {
        _invocation = invocation;
        Scheduler = new SliceScheduler(EndBody, OnQuiet);
        Claims = new DurableClaims(invocation.Checkpoint);
        Deliveries = new Deliveries(invocation.Checkpoint);
        _alarm = new SliceAlarm(invocation.Time, Scheduler);
        _steps = new StepsInFlight(invocation.Time, _alarm);
        Times = new RecordedTimes(invocation.Checkpoint, invocation.Time);
        Events = new BodyEvents(invocation.Checkpoint);
        Failures = new StepFailures(invocation.Checkpoint, Deliveries, invocation.Attempt, () => new BodyProgress(Events.Emitted, Times.Given));
        Questions = new Questions(this);
        Signals = new Signals(this);
        Sessions = new AgentSessions(invocation.AgentSessions);
        if (invocation.Attempt > 0 && !WakeUp.IsForAnOpenWait(invocation))
            Failures.ForgetEarlierAttempts();
        invocation.Slice = this;
        Context = invocation.Component.Agent is null ? new WorkflowContext(invocation, this) : AgentContext.OfTurn(invocation, this);
        // A run may have several turns of an agent, and each has values of its own.
        Random = new RunRandom(Context is AgentContext agent ? $"{invocation.RunId}\n{agent.Turn.Prefix}\n{agent.Message}" : invocation.RunId);
        invocation.Cancellation.OnDeadline = EndBodyAtDeadline;
    }

    public SliceScheduler Scheduler { get; }

    public WorkflowContext Context { get; }

    public Questions Questions { get; }

    public Signals Signals { get; }

    public RunRandom Random { get; }

    /// <summary>The sessions of agents, with the turns that were completed in this run so far.</summary>
    public AgentSessions Sessions { get; }

    /// <summary>Whether the run has asked agents.</summary>
    public bool HasAgentTurns { get; set; }

    public Deliveries Deliveries { get; }

    public StepFailures Failures { get; }

    public DurableClaims Claims { get; }

    public RecordedTimes Times { get; }

    public BodyEvents Events { get; }

    public Checkpoint Checkpoint => _invocation.Checkpoint;

    public Budget Budget => _invocation.Budget;

    public ILogger Log => _invocation.Logger;

    public InvocationTelemetry? Telemetry => _invocation.Telemetry;

    public string RunId => _invocation.RunId;

    public string LoggedRunId => _invocation.LoggedRunId;

    public IReadOnlyDictionary<string, string> Metadata => _invocation.Metadata;

    public bool AcceptsUnaskedAnswers => _invocation.AcceptsUnaskedAnswers;

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
        Scheduler.Run(static slice => _ = ((WorkflowSlice)slice!).RunBodyAsync(), this);
        if (!_ended.Task.IsCompleted)
            await WaitUntilItEndsOrIsCutOffAsync().ConfigureAwait(false);

        var lingering = _steps.GiveUp();
        try
        {
            return ToOutcome() with { Lingering = lingering };
        }
        catch (NonRetryableException corruptRecord)
        {
            return Outcome.Failed(corruptRecord) with { Lingering = lingering };
        }
    }

    public void Dispose() => _alarm.Dispose();

    /// <summary>Starts a durable call: every call of the workflow's that the checkpoint knows of passes here.</summary>
    /// <param name="call">The call as the user wrote it, for the message.</param>
    /// <returns>Whether the slice goes on. Past the deadline a call records nothing, and what it returns must not complete (see <see cref="Never{T}"/>).</returns>
    /// <exception cref="NonRetryableException">The call came from outside the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public bool TryEnterDurableCall(string call)
    {
        EnterOwnCode(call);
        if (CallerHasLeft)
            throw new OperationCanceledException(CancellationToken);
        if (DeadlineHasPassed)
            return false;

        Failures.GoOn();
        return true;
    }

    /// <summary>What a durable call gives that will not complete in this slice.</summary>
    public static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;

    /// <summary>Checks that a call comes from the workflow's own code, where calls have an order.</summary>
    /// <param name="call">The call as the user wrote it, for the message.</param>
    /// <exception cref="NonRetryableException">It does not.</exception>
    public void EnterOwnCode(string call)
    {
        if (!Scheduler.IsCurrent || BodyHasEnded)
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
        if (_waits.Remove(wait))
            Deliveries.Withdraw();
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
            static slice => ((WorkflowSlice)slice!).Scheduler.PostArrival(static slice => ((WorkflowSlice)slice!).CutOff(), slice), this);
        await _ended.Task.ConfigureAwait(false);
    }

    private async Task RunBodyAsync()
    {
        try
        {
            if (Context is AgentContext agent)
                await agent.RunTurnAsync(_invocation).ConfigureAwait(true);
            else
                await _invocation.Component.InvokeAsync(_invocation).ConfigureAwait(true);
            EndBody(null);
        }
        catch (Exception exception)
        {
            EndBody(exception);
        }
    }

    // Before the token fires: what the code awaits outside its steps is cancelled by it too, and the code must not take that for a failure and undo what it did.
    private void EndBodyAtDeadline()
    {
        Scheduler.CloseContinuations();
        Scheduler.PostArrival(static slice => ((WorkflowSlice)slice!).CutOff(), this);
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
        _steps.BeginGrace();
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
    private bool OnQuiet()
    {
        if (_ended.Task.IsCompleted)
            return false;
        if (BodyHasEnded)
        {
            if (_steps.MayEnd())
                End();
            return false;
        }

        if (Deliveries.TryDeliverNext() || _waits.ComeDue(NowMs))
            return true;

        if (_steps.IsEmpty && (_yieldReason is not null || !_waits.IsEmpty))
        {
            Suspend();
            return false;
        }

        // Steps are in flight, or the code awaits something of its own.
        _alarm.SetAt(_waits.NextDueAtMs);
        return false;
    }

    private void Suspend()
    {
        BodyHasEnded = true;
        _suspension = _yieldReason is null ? _waits.Describe(NowMs) : new BudgetSuspension(_yieldReason, Budget.DeadlineMs!.Value);
        End();
    }

    private void End()
    {
        Scheduler.Stop();
        _ended.TrySetResult();
    }

    private Outcome ToOutcome()
    {
        RecordUndelivered();
        BodyProgress? leftOutFrom = null;
        if (_suspension is not null || _deadlineCutTheBody)
            Failures.RecordOpen();
        else
            leftOutFrom = Failures.LeaveOut(_failure);
        Times.Seal(leftOutFrom);
        Events.Seal(leftOutFrom);
        Deliveries.Seal();

        if (_failure is not null)
            return ToFailedOutcome(_failure);
        if (_suspension is QuestionSuspension shown)
            Questions.Show(shown);
        if (_suspension is not null)
            return Outcome.Suspended(_suspension);
        if (!_deadlineCutTheBody)
            return Outcome.Completed;
        return Checkpoint.HasNews
            ? Outcome.Suspended(new BudgetSuspension(BudgetSuspension.DefaultReason, Budget.DeadlineMs!.Value))
            : Outcome.Failed(DeadlineExceededException.OfSlice(_invocation.Component.Name, _steps.FirstCut));
    }

    /// <summary>A retry must not run a step again whose failure the workflow has answered with durable work, such as a compensation.</summary>
    private Outcome ToFailedOutcome(Exception failure)
    {
        if (FailureClassifier.IsFinal(failure) || Failures.DecidedStepBehind(failure) is not { } step)
            return Outcome.Failed(failure);

        EngineLog.FailureWasDecided(Log, LoggedRunId, CallerText.Shorten(step));
        return Outcome.Failed(failure) with { IsFinal = true };
    }

    /// <summary>What arrived after the body had ended: finished steps are recorded, failures only where the run goes on.</summary>
    private void RecordUndelivered()
    {
        foreach (var operation in Deliveries.Undelivered)
        {
            if (operation is IStepInFlight step && step.UndeliveredFailure is { } failure)
            {
                if (!_deadlineCutTheBody)
                {
                    if (!CallerHasLeft || failure.LiveCause is not OperationCanceledException)
                        EngineLog.UnawaitedStepFailed(Log, failure.LiveCause!, LoggedRunId, CallerText.Shorten(step.Key));
                    continue;
                }

                Failures.Deliver(failure);
            }

            Deliveries.Append(operation.CompletionKey);
        }
    }
}
