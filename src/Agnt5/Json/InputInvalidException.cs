namespace Agnt5.Json;

/// <summary>The caller's input does not bind to the declared type: <c>WORKERLESS_INPUT_INVALID</c> (protocol section 4).</summary>
internal sealed class InputInvalidException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The recorded name of this exception (protocol section 6, <c>agnt5:failed:{key}</c>). It stays the same even if the class moves, because checkpoints hold it.</summary>
    public const string RecordedName = "Agnt5.Execution.InputInvalidException";

    /// <summary>The problems without values, for the log; <see langword="null"/> when they are not logged.</summary>
    public string? LoggedProblems { get; init; }
}
