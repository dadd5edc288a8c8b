namespace Agnt5.Local.Engine.Runs;

/// <summary>A run as it is between two happenings.</summary>
internal sealed record RunState
{
    public required RunSpec Spec { get; init; }

    public required RunPhase Phase { get; init; }

    public bool HasEnded => Phase is RunPhase.Completed or RunPhase.Failed or RunPhase.Cancelled;

    /// <summary>
    /// Whether a slice is at the endpoint, or on its way. A running run that waits to send a lost slice again, or because its slices do nothing, has none, and a <see cref="WakeAtMs"/> instead.
    /// </summary>
    public bool HasSliceOnItsWay => Phase == RunPhase.Running && WakeAtMs is null;

    /// <summary>Which of <see cref="RunSpec.Claims"/> the run holds or has passed: bit n for claim n.</summary>
    public uint Granted { get; init; }

    /// <summary>How many attempts have failed. It is the invoke's <c>attempt</c>.</summary>
    public int Attempt { get; init; }

    /// <summary>The number of the last slice that was started, from 1. Zero before the first.</summary>
    public int Slice { get; init; }

    /// <summary>How many invokes in a row got no usable answer.</summary>
    public int LostInvokes { get; init; }

    /// <summary>When the first of <see cref="LostInvokes"/> was lost, Unix ms.</summary>
    public long LostSinceMs { get; init; }

    /// <summary>How many answers in a row made no sense. They count as lost invokes, too.</summary>
    public int SenselessAnswers { get; init; }

    /// <summary>How many slices in a row gave up their budget and recorded nothing new.</summary>
    public int IdleSlices { get; init; }

    /// <summary>Whether an agent's start is in the journal.</summary>
    public bool IsAgentStarted { get; init; }

    /// <summary>When the run wants to be told the time (<see cref="TimeReached"/>), Unix ms, or <see langword="null"/>.</summary>
    public long? WakeAtMs { get; init; }

    /// <summary>What a paused run waits for.</summary>
    public Pause? Pause { get; init; }

    /// <summary>The latest answer of a person. It stays in the metadata of later slices.</summary>
    public GivenAnswer? LatestAnswer { get; init; }

    /// <summary>The latest signal that the run waited for. It stays in the metadata of later slices.</summary>
    public GivenSignal? LatestSignal { get; init; }

    /// <summary>Signals that came before the run waited for them, oldest first.</summary>
    public IReadOnlyList<GivenSignal> EarlySignals { get; init; } = [];

    /// <summary>
    /// The checkpoint of the last response, as UTF-8 JSON. Empty before the first, and once the run has ended. Nobody but the endpoint looks into it, unless a sleep is skipped
    /// (<see cref="SkippedTimer"/>).
    /// </summary>
    public ReadOnlyMemory<byte> Checkpoint { get; init; }

    /// <summary>How the run ended, once it has.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>When the first slice was started, Unix ms.</summary>
    public long? StartedAtMs { get; init; }

    /// <summary>When the run ended, Unix ms.</summary>
    public long? EndedAtMs { get; init; }

    /// <summary>The last number in the run's journal.</summary>
    public long Sequence { get; init; }

    /// <summary>Whether an answer to this slice is waited for.</summary>
    public bool HasOnItsWay(int slice) => HasSliceOnItsWay && Slice == slice;
}
