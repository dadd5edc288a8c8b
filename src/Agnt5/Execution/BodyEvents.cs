namespace Agnt5.Execution;

/// <summary>Counts the events of the workflow's body, outside of steps (protocol section 6, <c>agnt5:events</c>): a replay does not emit again what went out.</summary>
internal sealed class BodyEvents(Checkpoint checkpoint)
{
    private long? _delivered;
    private long _emitted;

    private long Delivered => _delivered ??= checkpoint.TryGetReserved(DurableKey.Events, out var json) ? RecordedValues.ReadInteger(DurableKey.Events, json) : 0;

    /// <summary>Counts the next event.</summary>
    /// <returns>Whether it is new.</returns>
    public bool CountNext() => ++_emitted > Delivered;

    public void Seal()
    {
        if (_emitted > 0 && _emitted > Delivered)
            checkpoint.Record(DurableKey.Events, RecordedValues.Write(_emitted));
    }
}
