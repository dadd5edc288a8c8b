namespace Agnt5.Shared;

/// <summary>How a durable call runs a delegate that it receives.</summary>
internal enum DelegateRole
{
    /// <summary>As the body of a step: once, and not on a replay.</summary>
    StepBody,

    /// <summary>Where the body of the step runs, and not as the body itself: a predicate that is asked whether to try again.</summary>
    InStep,

    /// <summary>As the workflow's own code: again on each replay, and any number of times.</summary>
    OwnCode,
}
