namespace Agnt5;

/// <summary>
/// Gives retries of steps a name, once for all workflows and agents of an assembly: <c>[assembly: StepPolicy("slow", MaxAttempts = 5)]</c>. A step takes them by
/// <see cref="StepOptions.Policy"/>, and what its options set themselves counts before the policy. The manifest does not have them: AGNT5 does not retry steps, the endpoint does (protocol section 6).
/// </summary>
/// <param name="name">The policy's name, case-sensitive and not blank. An assembly declares each name once.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class StepPolicyAttribute(string name) : Attribute
{
    /// <summary>The policy's name.</summary>
    public string Name { get; } = name;

    /// <summary>How many attempts a step has, at least 1. Default: 1, no retry.</summary>
    public int MaxAttempts { get; set; } = 1;

    /// <summary>The wait before the second attempt, in milliseconds, from 0 to 31,536,000,000 (365 days). Default: 1,000.</summary>
    public long InitialIntervalMs { get; set; } = 1_000;

    /// <summary>The longest wait between two attempts, in milliseconds, from 0 to 31,536,000,000 (365 days). Default: 60,000.</summary>
    public long MaxIntervalMs { get; set; } = 60_000;

    /// <summary>How the waits grow. Default: <see cref="BackoffKind.Exponential"/>.</summary>
    public BackoffKind Backoff { get; set; } = BackoffKind.Exponential;
}
