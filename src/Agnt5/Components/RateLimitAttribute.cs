namespace Agnt5;

/// <summary>
/// How many runs of a workflow or function AGNT5 accepts within a period, emitted as <c>flow_control.rate_limit</c> (protocol section 9). Give either
/// <see cref="PeriodMs"/> or <see cref="WindowMs"/>.
/// </summary>
/// <param name="limit">How many runs, at least 1; of each key, where there is one.</param>
/// <remarks>On an attribute class it holds for the workflows and functions that wear that attribute, on the assembly for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class RateLimitAttribute(int limit) : KeyedPolicyAttribute
{
    /// <summary>How many runs, at least 1; of each key, where there is one. Emitted as <c>limit</c>.</summary>
    public int Limit { get; } = limit;

    /// <summary>The period in milliseconds, at least 1. Emitted as <c>period_ms</c> when it is set.</summary>
    public long PeriodMs { get; set; }

    /// <summary>The sliding window in milliseconds, at least 1. Emitted as <c>window_ms</c> when it is set.</summary>
    public long WindowMs { get; set; }
}
