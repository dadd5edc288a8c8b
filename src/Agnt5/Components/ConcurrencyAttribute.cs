namespace Agnt5;

/// <summary>How many runs of a workflow or function AGNT5 lets run at once, emitted as <c>flow_control.concurrency</c> (protocol section 9).</summary>
/// <param name="limit">How many runs, at least 1; of each key, where there is one.</param>
/// <remarks>On an attribute class it holds for the workflows and functions that wear that attribute, on the assembly for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class ConcurrencyAttribute(int limit) : KeyedPolicyAttribute
{
    /// <summary>How many runs, at least 1; of each key, where there is one. Emitted as <c>limit</c>.</summary>
    public int Limit { get; } = limit;

    /// <summary>What the runs are counted over. Emitted as <c>scope</c> when it is set.</summary>
    public ConcurrencyScope Scope { get; set; }
}
