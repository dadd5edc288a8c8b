namespace Agnt5;

/// <summary>Allows one run of a workflow or function at a time, or one per key where the policy has a key. Emitted as <c>flow_control.singleton</c> (protocol section 9).</summary>
/// <remarks>On an attribute class, the policy holds for each workflow and function with that attribute. On the assembly, it holds for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class SingletonAttribute : KeyedPolicyAttribute
{
    /// <summary>What happens to a run while an earlier run is going on. Emitted as <c>mode</c> when it is set. During the beta AGNT5 accepts only <see cref="SingletonMode.Queue"/>.</summary>
    public SingletonMode Mode { get; set; }
}
