namespace Agnt5;

/// <summary>One run of a workflow or function at a time, of each key where there is one. Emitted as <c>flow_control.singleton</c> (protocol section 9).</summary>
/// <remarks>On an attribute class it holds for the workflows and functions that wear that attribute, on the assembly for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class SingletonAttribute : KeyedPolicyAttribute
{
    /// <summary>What happens to a run that finds another one running. Emitted as <c>mode</c> when it is set. The beta knows <see cref="SingletonMode.Queue"/> alone.</summary>
    public SingletonMode Mode { get; set; }
}
