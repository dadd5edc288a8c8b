using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Storage.Sqlite.Saved;

/// <summary>Of a run's state, what has no column of its own.</summary>
internal sealed class SavedRun
{
    public uint Granted { get; set; }

    public int Attempt { get; set; }

    public int Slice { get; set; }

    public int LostInvokes { get; set; }

    public long LostSinceMs { get; set; }

    public int SenselessAnswers { get; set; }

    public int IdleSlices { get; set; }

    public bool IsAgentStarted { get; set; }

    /// <summary>What the run waits for: one of four, or none.</summary>
    public BudgetPause? Budget { get; set; }

    /// <inheritdoc cref="Budget"/>
    public TimerPause? Timer { get; set; }

    /// <inheritdoc cref="Budget"/>
    public SignalPause? Signal { get; set; }

    /// <inheritdoc cref="Budget"/>
    public QuestionPause? Question { get; set; }

    public GivenAnswer? LatestAnswer { get; set; }

    public GivenSignal? LatestSignal { get; set; }

    public List<GivenSignal>? EarlySignals { get; set; }

    public SavedOutcome? Outcome { get; set; }

    public long? StartedAtMs { get; set; }

    public long Sequence { get; set; }

    public static SavedRun Of(RunState run) => new()
    {
        Granted = run.Granted,
        Attempt = run.Attempt,
        Slice = run.Slice,
        LostInvokes = run.LostInvokes,
        LostSinceMs = run.LostSinceMs,
        SenselessAnswers = run.SenselessAnswers,
        IdleSlices = run.IdleSlices,
        IsAgentStarted = run.IsAgentStarted,
        Budget = run.Pause as BudgetPause,
        Timer = run.Pause as TimerPause,
        Signal = run.Pause as SignalPause,
        Question = run.Pause as QuestionPause,
        LatestAnswer = run.LatestAnswer,
        LatestSignal = run.LatestSignal,
        EarlySignals = run.EarlySignals.Count > 0 ? [.. run.EarlySignals] : null,
        Outcome = run.Outcome is { } outcome ? new SavedOutcome(outcome.OutputRef, outcome.ErrorCode, outcome.ErrorMessage) : null,
        StartedAtMs = run.StartedAtMs,
        Sequence = run.Sequence,
    };

    public RunState ToState(RunSpec spec, RunPhase phase, long? wakeAtMs, long? endedAtMs, ReadOnlyMemory<byte> checkpoint, ReadOnlyMemory<byte> output) => new()
    {
        Spec = spec,
        Phase = phase,
        Granted = Granted,
        Attempt = Attempt,
        Slice = Slice,
        LostInvokes = LostInvokes,
        LostSinceMs = LostSinceMs,
        SenselessAnswers = SenselessAnswers,
        IdleSlices = IdleSlices,
        IsAgentStarted = IsAgentStarted,
        WakeAtMs = wakeAtMs,
        Pause = (Pause?)Budget ?? (Pause?)Timer ?? (Pause?)Signal ?? Question,
        LatestAnswer = LatestAnswer,
        LatestSignal = LatestSignal,
        EarlySignals = EarlySignals ?? [],
        Checkpoint = checkpoint,
        Outcome = Outcome is { } outcome ? new RunOutcome { Output = output, OutputRef = outcome.OutputRef, ErrorCode = outcome.ErrorCode, ErrorMessage = outcome.ErrorMessage } : null,
        StartedAtMs = StartedAtMs,
        EndedAtMs = endedAtMs,
        Sequence = Sequence,
    };
}

/// <summary>How a run ended, without its output.</summary>
internal sealed record SavedOutcome(string? OutputRef, string? ErrorCode, string? ErrorMessage);
