namespace Agnt5;

/// <summary>Runs of a workflow or function with one key are one run. Emitted as <c>flow_control.idempotency</c> (protocol section 9).</summary>
/// <remarks>On an attribute class it holds for the workflows and functions that wear that attribute, on the assembly for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class IdempotencyAttribute : KeyedPolicyAttribute
{
    /// <summary>How long a key is remembered, in milliseconds, at least 1. Emitted as <c>ttl_ms</c> when it is set.</summary>
    public long TtlMs { get; set; }
}
