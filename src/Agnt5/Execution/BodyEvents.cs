namespace Agnt5.Execution;

/// <summary>Counts the events of the workflow's body, outside of steps (protocol section 6, <c>agnt5:events</c>): a replay does not emit again what went out.</summary>
internal sealed class BodyEvents(Checkpoint checkpoint)
{
    private long? _delivered;
    private long _emitted;
    private long _emittedBeforeTurn;

    private long Delivered => _delivered ??= checkpoint.TryGetReserved(DurableKey.Events, out var json) ? RecordedValues.ReadInteger(DurableKey.Events, json) : 0;

    /// <summary>Counts the next event.</summary>
    /// <returns>Whether it is new.</returns>
    public bool CountNext() => ++_emitted > Delivered;

    /// <summary>Another completion is delivered next.</summary>
    public void BeginTurn() => _emittedBeforeTurn = _emitted;

    /// <summary>Records the count.</summary>
    /// <param name="withoutLastTurn">
    /// Whether the run ended on a failure that is not recorded: a retry may take another way from there, on which these events are not those.
    /// </param>
    public void Seal(bool withoutLastTurn)
    {
        var counted = withoutLastTurn ? _emittedBeforeTurn : _emitted;
        if (counted > 0 && counted > Delivered)
            checkpoint.Record(DurableKey.Events, RecordedValues.Write(counted));
    }
}
