namespace Agnt5;

/// <summary>
/// Of the runs of a workflow or function that are asked for within a window, AGNT5 starts the latest. Emitted as <c>flow_control.debounce</c>
/// (protocol section 9).
/// </summary>
/// <param name="windowMs">The window in milliseconds, at least 1.</param>
/// <remarks>On an attribute class it holds for the workflows and functions that wear that attribute, on the assembly for all that have no other.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class DebounceAttribute(long windowMs) : KeyedPolicyAttribute
{
    /// <summary>The window in milliseconds, at least 1. Emitted as <c>window_ms</c>.</summary>
    public long WindowMs { get; } = windowMs;
}
