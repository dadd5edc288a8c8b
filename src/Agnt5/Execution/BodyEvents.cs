namespace Agnt5.Execution;

/// <summary>Counts the events of the workflow's body, outside of steps (protocol section 6, <c>agnt5:events</c>). A replay does not emit delivered events again.</summary>
internal sealed class BodyEvents(Checkpoint checkpoint)
{
    private long? _delivered;

    /// <summary>How many events the body has emitted in this slice, including those that earlier slices delivered.</summary>
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

    /// <summary>Whether the next event is new: no earlier slice has delivered it.</summary>
    public bool IsNextNew => Emitted >= Delivered;

    /// <summary>Counts the next event.</summary>
    /// <returns>Whether the event is new.</returns>
    public bool CountNext() => ++Emitted > Delivered;

    /// <summary>Records the count.</summary>
    /// <param name="leftOutFrom">The point at which the code was given a failure that is not recorded. A retry may branch differently from there and emit other events.</param>
    public void Seal(BodyProgress? leftOutFrom)
    {
        var counted = leftOutFrom?.Events ?? Math.Max(Emitted, Delivered);
        if (counted != Delivered)
            Record(checkpoint, counted);
    }
}
