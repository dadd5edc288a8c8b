namespace Agnt5;

/// <summary>Says how often and when AGNT5 retries a failed run of a workflow or function. Emitted as <c>flow_control.retries</c> (protocol section 9).</summary>
/// <param name="maxAttempts">How many attempts a run has, the first one included: 1 to 100.</param>
/// <remarks>On an attribute class, the policy holds for each workflow and function with that attribute. On the assembly, it holds for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class RetriesAttribute(int maxAttempts) : Attribute
{
    /// <summary>How many attempts a run has, the first one included: 1 to 100. Emitted as <c>max_attempts</c>.</summary>
    public int MaxAttempts { get; } = maxAttempts;

    /// <summary>The wait before the first retry, in milliseconds, at least 0. Emitted as <c>initial_interval_ms</c> when it is set.</summary>
    public long InitialIntervalMs { get; set; }

    /// <summary>The longest wait between retries, in milliseconds, at least 1. Emitted as <c>max_interval_ms</c> when it is set.</summary>
    public long MaxIntervalMs { get; set; }

    /// <summary>How the waits grow. Emitted as <c>backoff</c> when it is set.</summary>
    public BackoffKind Backoff { get; set; }

    /// <summary>The factor from one wait to the next with exponential backoff, at least 1. Emitted as <c>multiplier</c> when it is set.</summary>
    public double Multiplier { get; set; }
}
