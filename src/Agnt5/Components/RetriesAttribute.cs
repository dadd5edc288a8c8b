namespace Agnt5;

/// <summary>How often and when AGNT5 tries a failed run of a workflow or function again, emitted as <c>flow_control.retries</c> (protocol section 9).</summary>
/// <param name="maxAttempts">How often a run is tried in all, the first attempt included: 1 to 100.</param>
/// <remarks>On an attribute class it holds for the workflows and functions that wear that attribute, on the assembly for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class RetriesAttribute(int maxAttempts) : Attribute
{
    /// <summary>How often a run is tried in all, the first attempt included: 1 to 100. Emitted as <c>max_attempts</c>.</summary>
    public int MaxAttempts { get; } = maxAttempts;

    /// <summary>The wait before the first retry, in milliseconds, at least 0. Emitted as <c>initial_interval_ms</c> when it is set.</summary>
    public long InitialIntervalMs { get; set; }

    /// <summary>The longest wait between retries, in milliseconds, at least 1. Emitted as <c>max_interval_ms</c> when it is set.</summary>
    public long MaxIntervalMs { get; set; }

    /// <summary>How the waits grow. Emitted as <c>backoff</c> when it is set.</summary>
    public BackoffKind Backoff { get; set; }

    /// <summary>By what each wait is longer than the one before it, with exponential backoff, at least 1. Emitted as <c>multiplier</c> when it is set.</summary>
    public double Multiplier { get; set; }
}
