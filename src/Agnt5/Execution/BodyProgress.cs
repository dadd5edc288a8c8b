namespace Agnt5.Execution;

/// <summary>How far the workflow's own code had come: what a retry counts again that takes another way from here.</summary>
/// <param name="Events">The events that it had emitted.</param>
/// <param name="Times">The times that it had been given.</param>
internal sealed record BodyProgress(long Events, int Times)
{
    /// <summary>Takes out of the records what the code has told and seen since.</summary>
    public void GoBack(Checkpoint checkpoint)
    {
        if (BodyEvents.Recorded(checkpoint) > Events)
            BodyEvents.Record(checkpoint, Events);
        if (RecordedTimes.Recorded(checkpoint) is var times && times.Count > Times)
            RecordedTimes.Record(checkpoint, times.Take(Times));
    }
}
