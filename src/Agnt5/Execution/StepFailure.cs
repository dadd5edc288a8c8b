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

    /// <summary>Whether an exception is this failure or holds it inside.</summary>
    public bool IsIn(Exception? thrown) => IsIn(thrown, failure => ReferenceEquals(failure, exception));

    /// <summary>Whether an exception is a matching failure of a step or holds one inside.</summary>
    public static bool IsIn(Exception? thrown, Predicate<StepFailedException> isMeant) => thrown switch
    {
        null => false,
        StepFailedException failure when isMeant(failure) => true,
        AggregateException several => several.InnerExceptions.Any(inner => IsIn(inner, isMeant)),
        _ => IsIn(thrown.InnerException, isMeant),
    };
}
