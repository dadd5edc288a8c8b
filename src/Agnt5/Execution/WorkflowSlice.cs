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
internal sealed class WorkflowSlice : ISliceWork, IDisposable
{
    private readonly Invocation _invocation;
    private readonly SliceBody _body;
    private readonly SliceCut _cut;
    // Created on demand: many slices only replay, or end without any of these.
    private DurableClaims? _claims;
    private RecordedTimes? _times;
    private RunRandom? _random;
    private StepsInFlight? _steps;
    private StepFailures? _failures;
    private PendingWaits? _waits;
    private SliceAlarm? _alarm;
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
        Scheduler = new SliceScheduler(this, ownership);
        Entrance = new EngineEntrance(this, ownership);
        Limit = new CheckpointLimit(invocation.Checkpoint, invocation.RequestBytes, invocation.Settings.MaxRequestBytes);
        Deliveries = new Deliveries(invocation.Checkpoint);
        _cut = new SliceCut(this);
        Events = new BodyEvents(invocation.Checkpoint);
        if (invocation.Attempt > 0)
            Failures.ForgetEarlierAttempts(WakeUp.IsForAnOpenWait(invocation));
        invocation.Slice = this;
        Context = body.CreateContext(invocation, this);
        if (Entrance.IsGuarded)
            invocation.Cancellation.OnDeadline = _cut.PassDeadline;
    }

    public SliceScheduler Scheduler { get; }

    public EngineEntrance Entrance { get; }

    public WorkflowContext Context { get; }

    public Questions Questions => _questions ??= new Questions(this);

    public Signals Signals => _signals ??= new Signals(this);

    public RenamedSteps Renamed => _renamed ??= new RenamedSteps(this);

    public RunRandom Random => _random ??= new RunRandom(_body.RandomSeed(_invocation));

    public Deliveries Deliveries { get; }

    public StepFailures Failures => _failures ??= new StepFailures(this, _invocation.Attempt);

    /// <summary>The failures of steps; <see langword="null"/> while no step of this slice has failed, and no recorded failure was looked for.</summary>
    public StepFailures? FailuresSoFar => _failures;

    public DurableClaims Claims => _claims ??= new DurableClaims(Checkpoint);

    public CheckpointLimit Limit { get; }

    public RecordedTimes Times => _times ??= new RecordedTimes(Checkpoint, Time);

    public BodyEvents Events { get; }

    /// <summary>How far the code has come.</summary>
    public BodyProgress Progress => new(Events.Emitted, _times?.Given ?? 0);

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

    private StepsInFlight Steps => _steps ??= new StepsInFlight(Time, Alarm);

    private SliceAlarm Alarm => _alarm ??= new SliceAlarm(Time, Scheduler);

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
        var lateSteps = _steps?.GiveUp();
        var lingering = lateSteps is null || lateThread is null ? lateSteps ?? lateThread : Task.WhenAll(lateSteps, lateThread);
        var blockedAfter = lateThread is null ? null : Entrance.DescribeLastCall();
        var outcome = new SliceOutcome(this, _invocation.Component, blockedAfter, _steps?.FirstCut).Of(_end!);
        return outcome with { Lingering = lingering, BlockedAfter = blockedAfter };
    }

    public void Dispose()
    {
        _alarm?.Dispose();
        _cut.Dispose();
    }

    /// <summary>Completes the records of the slice, once it has stopped.</summary>
    /// <param name="leftOutFrom">The point at which the code was given a failure that is not recorded.</param>
    public void Seal(BodyProgress? leftOutFrom)
    {
        _times?.Seal(leftOutFrom);
        Events.Seal(leftOutFrom);
        Deliveries.Seal();
    }

    /// <summary>Whether a step may begin. Every step boundary is a yield point. The first step of a slice may always begin, so that the slice makes progress.</summary>
    public bool MayStartStep()
    {
        if (_steps is not { HaveBegun: true } || !IsNearlySpent)
            return true;

        Yield(BudgetSuspension.DefaultReason);
        return false;
    }

    /// <summary>Notes that a step's body runs from here on.</summary>
    public void Begin(IStepInFlight step, Task body) => Steps.Add(step, body);

    /// <summary>Notes that a step's body has ended or that the deadline has cut it off.</summary>
    public void End(IStepInFlight step, bool wasCut)
    {
        Steps.Remove(step, wasCut);
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
            if (_waits is not null && _waits.Remove(wait))
                Deliveries.Withdraw();
        }
    }

    /// <summary>Waits for an operation that has begun already.</summary>
    public void WaitAgain(IDurableWait wait) => (_waits ??= new()).Add(wait);

    /// <summary>Suspends the run as soon as no step of this slice runs.</summary>
    public void Yield(string reason) => _yieldReason ??= reason;

    /// <summary>Ends the body, because its time is up or its caller has left. Steps that still run get a grace time.</summary>
    public void CutOff()
    {
        Steps.BeginGrace(_cut.BeginGrace());
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

    void ISliceWork.OnFault(Exception exception) => EndBody(exception);

    // So no code of the slice runs while its response is written.
    DurableOperation? ISliceWork.OnQuiet()
    {
        if (BodyHasEnded)
        {
            if (_steps is null || _steps.MayEnd())
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
        while (_waits is not null && _waits.ComeDue(NowMs));

        // Else steps are in flight, or the code awaits something of its own.
        if (_steps is null or { IsEmpty: true } && (_yieldReason is not null || _waits is { IsEmpty: false }))
            Suspend();
        else
            Rest();
        return null;
    }

    private void Rest()
    {
        if (_waits?.NextDueAtMs is { } dueAtMs)
            Alarm.SetAt(dueAtMs);
        else
            _alarm?.Clear();
        StepWatch?.Rest(_invocation.RunId, _steps?.Count ?? 0);
    }

    private void Suspend()
    {
        _end = new BodyEnd.Suspended(_yieldReason is null ? _waits!.Describe(NowMs) : new BudgetSuspension(_yieldReason, Budget.DeadlineMs!.Value));
        Scheduler.Stop();
    }
}
