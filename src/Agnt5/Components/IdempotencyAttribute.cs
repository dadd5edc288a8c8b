namespace Agnt5;

/// <summary>Makes requests for a workflow or function with the same key one run. Emitted as <c>flow_control.idempotency</c> (protocol section 9).</summary>
/// <remarks>On an attribute class, the policy holds for each workflow and function with that attribute. On the assembly, it holds for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class IdempotencyAttribute : KeyedPolicyAttribute
{
    /// <summary>How long AGNT5 remembers a key, in milliseconds, at least 1. Emitted as <c>ttl_ms</c> when it is set.</summary>
    public long TtlMs { get; set; }
}
