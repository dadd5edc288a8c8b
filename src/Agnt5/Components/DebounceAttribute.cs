namespace Agnt5;

/// <summary>
/// Starts only the latest of the runs of a workflow or function that are requested within a window. Emitted as <c>flow_control.debounce</c>
/// (protocol section 9).
/// </summary>
/// <param name="windowMs">The window in milliseconds, at least 1.</param>
/// <remarks>On an attribute class, the policy holds for each workflow and function with that attribute. On the assembly, it holds for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class DebounceAttribute(long windowMs) : KeyedPolicyAttribute
{
    /// <summary>The window in milliseconds, at least 1. Emitted as <c>window_ms</c>.</summary>
    public long WindowMs { get; } = windowMs;
}
