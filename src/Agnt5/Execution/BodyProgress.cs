namespace Agnt5.Execution;

/// <summary>How far the workflow's own code had come. A retry that branches differently from here counts its events and times again.</summary>
/// <param name="Events">How many events the code had emitted.</param>
/// <param name="Times">How many times of the clock the code had read.</param>
internal sealed record BodyProgress(long Events, int Times)
{
    /// <summary>The earlier of two points. Events and times are compared each on its own.</summary>
    public BodyProgress OrEarlier(BodyProgress? other) => other is null ? this : new BodyProgress(Math.Min(Events, other.Events), Math.Min(Times, other.Times));

    /// <summary>Removes the events and times since this point from the records.</summary>
    public void GoBack(Checkpoint checkpoint)
    {
        if (BodyEvents.Recorded(checkpoint) > Events)
            BodyEvents.Record(checkpoint, Events);
        if (RecordedTimes.Recorded(checkpoint) is var times && times.Count > Times)
            RecordedTimes.Record(checkpoint, times.Take(Times));
    }
}
