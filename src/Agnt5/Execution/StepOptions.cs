namespace Agnt5;

/// <summary>How one step of a workflow runs.</summary>
public sealed class StepOptions
{
    /// <summary>
    /// Tells apart steps of one name: the step's identity is then <c>name:key</c> (protocol section 6). It must be the same on replay, so take it
    /// from the input, not from a clock, a counter of the process or anything random.
    /// </summary>
    public string? Key { get; init; }
}
