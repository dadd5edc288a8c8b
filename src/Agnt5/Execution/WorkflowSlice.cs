using Agnt5.Execution.Telemetry;
using Agnt5.Execution.Waits;
using Agnt5.Json.Limits;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>
/// One slice of a durable component. It runs the body on its scheduler until the body has ended, waits for something that cannot come in this slice, or must stop. Then it runs until every step
/// in flight is recorded. Its state belongs to the scheduler until the scheduler has stopped, and then to <see cref="RunAsync"/>, which makes the outcome.
/// </summary>
internal sealed class WorkflowSlice : IDisposable
{
    private readonly Invocation _invocation;
    private readonly SliceBody _body;
    private readonly PendingWaits _waits = new();
    private readonly StepsInFlight _steps;
    private readonly SliceAlarm _alarm;
    private readonly SliceCut _cut;
    private Questions? _questions;
    private Signals? _signals;
    private RenamedSteps? _renamed;
    private BodyEnd? _end;
    private string? _yieldReason;

    public WorkflowSlice(Invocation invocation, SliceBody body)
    {
        _invocation = invocation;
        _body = body;
        // Without a deadline no response is due before the code ends, so the state needs no guard.
        var ownership = invocation.Cancellation.HasDeadline ? new SliceOwnership() : null;
        Scheduler = new SliceScheduler(EndBody, OnQuiet, ownership);
        Entrance = new EngineEntrance(this, ownership);
        Claims = new DurableClaims(invocation.Checkpoint);
        Limit = new CheckpointLimit(invocation.Checkpoint, invocation.RequestBytes, invocation.Settings.MaxRequestBytes);
        Deliveries = new Deliveries(invocation.Checkpoint);
        _alarm = new SliceAlarm(invocation.Time, Scheduler);
        _steps = new StepsInFlight(invocation.Time, _alarm);
        _cut = new SliceCut(this);
        Times = new RecordedTimes(invocation.Checkpoint, invocation.Time);
        Events = new BodyEvents(invocation.Checkpoint);
        Failures = new StepFailures(invocation.Checkpoint, Deliveries, invocation.Attempt, () => new BodyProgress(Events.Emitted, Times.Given));
        if (invocation.Attempt > 0)
            Failures.ForgetEarlierAttempts(WakeUp.IsForAnOpenWait(invocation));
        invocation.Slice = this;
        Context = body.CreateContext(invocation, this);
        Random = new RunRandom(body.RandomSeed(invocation));
        if (Entrance.IsGuarded)
            invocation.Cancellation.OnDeadline = _cut.PassDeadline;
    }

    public SliceScheduler Scheduler { get; }

    public EngineEntrance Entrance { get; }

    public WorkflowContext Context { get; }

    // Created on demand: most slices ask no question, wait for no signal and rename no step.
    public Questions Questions => _questions ??= new Questions(this);

    public Signals Signals => _signals ??= new Signals(this);

    public RenamedSteps Renamed => _renamed ??= new RenamedSteps(this);

    public RunRandom Random { get; }

    public Deliveries Deliveries { get; }

    public StepFailures Failures { get; }

    public DurableClaims Claims { get; }

    public CheckpointLimit Limit { get; }

    public RecordedTimes Times { get; }

    public BodyEvents Events { get; }

    public Checkpoint Checkpoint => _invocation.Checkpoint;

    /// <inheritdoc cref="Invocation.PatternTime"/>
    public PatternTime PatternTime => _invocation.PatternTime;

    public Budget Budget => _invocation.Budget;

    /// <summary>Whether a yield point should suspend now.</summary>
    public bool IsNearlySpent => Budget.IsNearlySpent || StepWatch is { EndsSlice: true };

    public ILogger Log => _invocation.Logger;

    public InvocationTelemetry? Telemetry => _invocation.Telemetry;

    public string LoggedRunId => _invocation.LoggedRunId;

    public IReadOnlyDictionary<string, string> Metadata => _invocation.Metadata;

    public JsonDepth JsonDepth => _invocation.Settings.JsonDepth;

    public bool AcceptsUnaskedAnswers => _invocation.Settings.AcceptsUnaskedAnswers;

    public CancellationToken CancellationToken => _invocation.CancellationToken;

    public bool CallerHasLeft => _invocation.Cancellation.CallerHasLeft;

    /// <summary>Whether the deadline passed while the slice ran.</summary>
    public bool DeadlineHasPassed => _invocation.Cancellation.DeadlineHasPassed;

    public TimeProvider Time => _invocation.Time;

    public IStepWatch? StepWatch => _invocation.Shared.Host.StepWatch;

    public long NowMs => Time.GetUtcNow().ToUnixTimeMilliseconds();

    public bool BodyHasEnded => _end is not null;

    /// <summary>Whether the body runs on, in this slice or in the next one after the deadline cut this one off.</summary>
    public bool BodyGoesOn => _end is null or BodyEnd.CutOff;

    /// <summary>Whether the run is replaying: until now, every result came from the checkpoint.</summary>
    public bool IsReplaying => Checkpoint.WasGiven && !Deliveries.HasDeliveredNews;

    public ValueTask<Outcome> RunAsync()
    {
        // Code that blocks its thread must not block the thread that writes the response. In a browser's runtime there is one thread for both.
        if (Entrance.IsGuarded && !OperatingSystem.IsBrowser())
            Scheduler.RunOnThreadPool(RunBody, this);
        else
            Scheduler.Run(RunBody, this);
        return Scheduler.Stopped.IsCompleted ? new(End()) : EndAsync();
    }

    private async ValueTask<Outcome> EndAsync()
    {
        await _cut.WaitForEndAsync().ConfigureAwait(false);
        return End();
    }

    private Outcome End()
    {
        StepWatch?.Leave(_invocation.RunId, Checkpoint.UnusedKeys);
        _renamed?.Warn();
        var lateThread = Entrance.LateThread;
        var lateSteps = _steps.GiveUp();
        var lingering = lateSteps is null || lateThread is null ? lateSteps ?? lateThread : Task.WhenAll(lateSteps, lateThread);
        var blockedAfter = lateThread is null ? null : Entrance.DescribeLastCall();
        var outcome = new SliceOutcome(this, _invocation.Component, blockedAfter, _steps.FirstCut).Of(_end!);
        return outcome with { Lingering = lingering, BlockedAfter = blockedAfter };
    }

    public void Dispose()
    {
        _alarm.Dispose();
        _cut.Dispose();
    }

    /// <summary>Whether a step may begin. Every step boundary is a yield point. The first step of a slice may always begin, so that the slice makes progress.</summary>
    public bool MayStartStep()
    {
        if (!_steps.HaveBegun || !IsNearlySpent)
            return true;

        Yield(BudgetSuspension.DefaultReason);
        return false;
    }

    /// <summary>Notes that a step's body runs from here on.</summary>
    public void Begin(IStepInFlight step, Task body) => _steps.Add(step, body);

    /// <summary>Notes that a step's body has ended or that the deadline has cut it off.</summary>
    public void End(IStepInFlight step, bool wasCut)
    {
        _steps.Remove(step, wasCut);
        // The deadline may have cut the step before it has cut the slice. The slice must not suspend for another wait in between.
        if (wasCut)
            CutOff();
    }

    /// <summary>Begins a wait.</summary>
    public void Wait(IDurableWait wait)
    {
        Deliveries.Open();
        WaitAgain(wait);
    }

    /// <summary>Ends a wait that nobody needs any more. It never completes.</summary>
    public void Withdraw(IDurableWait wait)
    {
        if (!Entrance.TryEnterEngine(out var call))
            return;
        using (call)
        {
            if (_waits.Remove(wait))
                Deliveries.Withdraw();
        }
    }

    /// <summary>Waits for an operation that has begun already.</summary>
    public void WaitAgain(IDurableWait wait) => _waits.Add(wait);

    /// <summary>Suspends the run as soon as no step of this slice runs.</summary>
    public void Yield(string reason) => _yieldReason ??= reason;

    /// <summary>Ends the body, because its time is up or its caller has left. Steps that still run get a grace time.</summary>
    public void CutOff()
    {
        _steps.BeginGrace(_cut.BeginGrace());
        if (CallerHasLeft)
            EndBody(new OperationCanceledException(CancellationToken));
        else
            EndBody(BodyEnd.OfCut);
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

        if (!Entrance.TryEnterEngine(out var call))
            return;
        using (call)
            EndBody(failure);
    }

    // Code that runs on past the deadline sees its token and may give up or undo its work. Its result then does not count.
    private void EndBody(Exception? failure) => EndBody(DeadlineHasPassed ? BodyEnd.OfCut : BodyEnd.Of(failure));

    private void EndBody(BodyEnd end)
    {
        if (BodyHasEnded)
            return;

        _end = end;
        Scheduler.CloseContinuations();
    }

    /// <summary>Called when every continuation has run, while nothing else of the slice can run. So no code of the slice runs while its response is written.</summary>
    /// <returns>The next completion for the code, or <see langword="null"/> when it must wait for more.</returns>
    private DurableOperation? OnQuiet()
    {
        if (BodyHasEnded)
        {
            if (_steps.MayEnd())
                Scheduler.Stop();
            else
                StepWatch?.Rest(_invocation.RunId, _steps.Count);
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
            Rest();
        return null;
    }

    private void Rest()
    {
        _alarm.SetAt(_waits.NextDueAtMs);
        StepWatch?.Rest(_invocation.RunId, _steps.Count);
    }

    private void Suspend()
    {
        _end = new BodyEnd.Suspended(_yieldReason is null ? _waits.Describe(NowMs) : new BudgetSuspension(_yieldReason, Budget.DeadlineMs!.Value));
        Scheduler.Stop();
    }
}
