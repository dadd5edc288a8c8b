namespace Agnt5;

/// <summary>
/// A workflow step threw (protocol section 6). Thrown where the step is awaited, while live and again on replay. A workflow that catches it and
/// goes on has decided: the failure is recorded, and a replay takes the same branch.
/// </summary>
public sealed class StepFailedException : Exception
{
    internal StepFailedException(string recordKey, string errorType, string message, Exception? cause)
        : base(message, cause)
    {
        RecordKey = StepKey = recordKey;
        ErrorType = errorType;
    }

    /// <summary>The key under which the step is recorded, which in an agent is longer than its own.</summary>
    internal string RecordKey { get; }

    /// <summary>Whether the step threw what retrying cannot help. It outlives a replay.</summary>
    internal bool IsFinal { get; init; }

    /// <summary>The step's key: its name, or <c>name:key</c>.</summary>
    public string StepKey { get; internal set; }

    /// <summary>The full name of the exception type that the step threw. It outlives a replay; <see cref="Exception.InnerException"/> does not.</summary>
    public string ErrorType { get; }
}
