using System.Collections.Concurrent;

namespace Agnt5.Testing.Recording;

/// <summary>What the slices of all runs did.</summary>
internal sealed class RunRecords
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SliceLog>> _byRun = new(StringComparer.Ordinal);

    public void Add(string runId, SliceLog slice) => _byRun.GetOrAdd(runId, static _ => new ConcurrentQueue<SliceLog>()).Enqueue(slice);

    /// <summary>The slices of a run, in order.</summary>
    public IReadOnlyList<SliceLog> Of(string runId) => _byRun.TryGetValue(runId, out var slices) ? [.. slices] : [];

    /// <summary>The latest slice of a run.</summary>
    public SliceLog? LatestOf(string runId) => _byRun.TryGetValue(runId, out var slices) ? slices.LastOrDefault() : null;

    /// <summary>The keys of the steps of a run that the test holds.</summary>
    public IEnumerable<string> HeldSteps(string runId) => LatestOf(runId)?.Held.Select(static attempt => attempt.ShownKey) ?? [];

    /// <summary>The runs that the test holds in a step.</summary>
    public IEnumerable<string> RunsHeldIn(Predicate<string> isOfStep) =>
        from run in _byRun
        where run.Value.Any(slice => slice.Held.Any(attempt => isOfStep(attempt.ShownKey)))
        select run.Key;

    /// <summary>The attempts of steps that have begun and not ended, with their runs.</summary>
    public IEnumerable<(string RunId, string StepKey)> OpenSteps() =>
        from run in _byRun
        from slice in run.Value
        from attempt in slice.Open
        select (run.Key, attempt.ShownKey);
}
