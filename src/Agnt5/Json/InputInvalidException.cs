namespace Agnt5.Json;

/// <summary>The caller's input does not bind to the declared type: <c>WORKERLESS_INPUT_INVALID</c> (protocol section 4).</summary>
internal sealed class InputInvalidException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The name by which it is recorded (protocol section 6, <c>agnt5:failed:{key}</c>). It outlives the place that the class has among the others, since checkpoints do.</summary>
    public const string RecordedName = "Agnt5.Execution.InputInvalidException";

    /// <summary>The problems without any value, where they are to be logged.</summary>
    public string? LoggedProblems { get; init; }
}
