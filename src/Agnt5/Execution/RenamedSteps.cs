using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>
/// The steps of a slice that began while the checkpoint had steps that the code had not used. They may have been renamed. The end of the slice tells: until then another branch may ask for those
/// steps, as it does beside a step that was cut off or waits for its next attempt.
/// </summary>
internal sealed class RenamedSteps(WorkflowSlice slice)
{
    private readonly HashSet<string> _suspects = new(StringComparer.Ordinal);

    /// <summary>Adds a step that begins while others are unused.</summary>
    public void Add(string key) => _suspects.Add(key);

    /// <summary>Warns of each suspect, once the slice has ended and steps are still unused.</summary>
    public void Warn()
    {
        if (slice.Checkpoint.DescribeUnused() is not { } unused)
            return;
        foreach (var key in _suspects)
            EngineLog.StepNotInCheckpoint(slice.Log, slice.LoggedRunId, CallerText.Shorten(key), unused);
    }
}
