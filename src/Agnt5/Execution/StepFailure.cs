namespace Agnt5.Execution;

/// <summary>A failure of a step that the workflow's code was given, and whether a later attempt tries the step again (protocol section 6, <c>agnt5:failed:{key}</c>).</summary>
/// <param name="exception">The exception that the code gets.</param>
internal sealed class StepFailure(StepFailedException exception)
{
    public StepFailedException Exception => exception;

    public string StepKey => exception.RecordKey;

    /// <summary>The attempt of the run in which the failure happened; <see langword="null"/> once a durable call has reacted to it. Until then, a later attempt tries the step again.</summary>
    public int? Attempt { get; set; }

    /// <summary>How far the code had come when it was given the failure.</summary>
    public BodyProgress? GivenAt { get; set; }

    public bool IsRecorded { get; set; }

    /// <summary>The place of the failure in its record, from 0.</summary>
    public int Number { get; set; }

    /// <summary>The failures of steps that an exception is or holds inside.</summary>
    public static HashSet<StepFailedException> AllIn(Exception? thrown)
    {
        var found = new HashSet<StepFailedException>();
        Collect(thrown, found);
        return found;
    }

    private static void Collect(Exception? thrown, HashSet<StepFailedException> found)
    {
        if (thrown is StepFailedException failure)
        {
            found.Add(failure);
        }
        else if (thrown is AggregateException several)
        {
            foreach (var inner in several.InnerExceptions)
                Collect(inner, found);
        }
        else if (thrown is not null)
        {
            Collect(thrown.InnerException, found);
        }
    }
}
