namespace Agnt5;

/// <summary>
/// Limits how many runs of a workflow or function AGNT5 accepts within a period. Emitted as <c>flow_control.rate_limit</c> (protocol section 9). Set either
/// <see cref="PeriodMs"/> or <see cref="WindowMs"/>.
/// </summary>
/// <param name="limit">How many runs, at least 1. Where the policy has a key, the limit holds for each key.</param>
/// <remarks>On an attribute class, the policy holds for each workflow and function with that attribute. On the assembly, it holds for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class RateLimitAttribute(int limit) : KeyedPolicyAttribute
{
    /// <summary>How many runs, at least 1. Where the policy has a key, the limit holds for each key. Emitted as <c>limit</c>.</summary>
    public int Limit { get; } = limit;

    /// <summary>The period in milliseconds, at least 1. Emitted as <c>period_ms</c> when it is set.</summary>
    public long PeriodMs { get; set; }

    /// <summary>The sliding window in milliseconds, at least 1. Emitted as <c>window_ms</c> when it is set.</summary>
    public long WindowMs { get; set; }
}
