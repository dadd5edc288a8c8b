namespace Agnt5.Execution;

/// <summary>The caller's input does not bind to the declared type: <c>WORKERLESS_INPUT_INVALID</c> (protocol section 4).</summary>
internal sealed class InputInvalidException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The problems without any value, where they are to be logged.</summary>
    public string? LoggedProblems { get; init; }
}
