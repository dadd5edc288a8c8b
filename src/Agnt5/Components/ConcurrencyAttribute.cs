namespace Agnt5;

/// <summary>Limits how many runs of a workflow or function run at once. Emitted as <c>flow_control.concurrency</c> (protocol section 9).</summary>
/// <param name="limit">How many runs, at least 1. Where the policy has a key, the limit holds for each key.</param>
/// <remarks>On an attribute class, the policy holds for each workflow and function with that attribute. On the assembly, it holds for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class ConcurrencyAttribute(int limit) : KeyedPolicyAttribute
{
    /// <summary>How many runs, at least 1. Where the policy has a key, the limit holds for each key. Emitted as <c>limit</c>.</summary>
    public int Limit { get; } = limit;

    /// <summary>Which runs count together. Emitted as <c>scope</c> when it is set.</summary>
    public ConcurrencyScope Scope { get; set; }
}
