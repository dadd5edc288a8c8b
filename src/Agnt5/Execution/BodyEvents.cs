namespace Agnt5.Execution;

/// <summary>Counts the events of the workflow's body, outside of steps (protocol section 6, <c>agnt5:events</c>): a replay does not emit again what went out.</summary>
internal sealed class BodyEvents(Checkpoint checkpoint)
{
    private long? _delivered;

    /// <summary>How many events the body has emitted in this slice, those included that went out before.</summary>
    public long Emitted { get; private set; }

    private long Delivered => _delivered ??= Recorded(checkpoint);

    /// <summary>How many events had gone out when the checkpoint was written.</summary>
    public static long Recorded(Checkpoint checkpoint) => checkpoint.TryGetReserved(DurableKey.Events, out var json) ? RecordedValues.ReadInteger(DurableKey.Events, json) : 0;

    /// <summary>Records how many events have gone out.</summary>
    public static void Record(Checkpoint checkpoint, long count)
    {
        if (count == 0)
            checkpoint.Remove(DurableKey.Events);
        else
            checkpoint.Record(DurableKey.Events, RecordedValues.Write(count));
    }

    /// <summary>Counts the next event.</summary>
    /// <returns>Whether it is new.</returns>
    public bool CountNext() => ++Emitted > Delivered;

    /// <summary>Records the count.</summary>
    /// <param name="leftOutFrom">Where a failure was delivered that is not recorded: a retry may take another way from there, on which the events are others.</param>
    public void Seal(BodyProgress? leftOutFrom)
    {
        var counted = leftOutFrom?.Events ?? Math.Max(Emitted, Delivered);
        if (counted != Delivered)
            Record(checkpoint, counted);
    }
}
