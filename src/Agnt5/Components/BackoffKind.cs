namespace Agnt5;

/// <summary>How the waits between retries grow.</summary>
public enum BackoffKind
{
    /// <summary>Each wait is as long as the first.</summary>
    Constant,

    /// <summary>Each wait is longer than the one before by the length of the first.</summary>
    Linear,

    /// <summary>Each wait is a multiple of the one before.</summary>
    Exponential,
}
