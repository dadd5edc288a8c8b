namespace Agnt5.Local.Engine.Runs;

/// <summary>A run while one happening is applied to it, and the effects so far.</summary>
/// <param name="before">The run before.</param>
/// <param name="nowMs">The time of the happening, Unix ms.</param>
internal sealed class RunChange(RunState before, long nowMs)
{
    private readonly List<Effect> _effects = [];
    private long _sequence = before.Sequence;

    /// <summary>The run so far.</summary>
    public RunState Run { get; set; } = before;

    public RunSpec Spec => Run.Spec;

    public long NowMs => nowMs;

    public void Add(Effect effect) => _effects.Add(effect);

    /// <summary>Whether an event of a type was added to the journal by this happening.</summary>
    public bool HasWritten(string eventType) => _effects.Exists(effect => effect is Journal journal && journal.Entry.EventType == eventType);

    /// <summary>Adds an event to the journal. Its numbers have no gap.</summary>
    public void Write(string eventType, ReadOnlyMemory<byte> data = default, IReadOnlyDictionary<string, string>? metadata = null, string? stepKey = null) =>
        Add(new Journal(Spec.RunId, new JournalEntry
        {
            Sequence = ++_sequence,
            EventType = eventType,
            AtMs = nowMs,
            Data = data,
            Metadata = metadata ?? EmptyMetadata.Value,
            StepKey = stepKey,
        }));

    /// <summary>The time after a pause. No pause is so long that the sum wraps.</summary>
    public long After(long delayMs) => delayMs > 0 && nowMs > long.MaxValue - delayMs ? long.MaxValue : nowMs + delayMs;

    public Transition<RunState> End() => new(Run with { Sequence = _sequence }, _effects);
}
