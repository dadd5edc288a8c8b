using System.Globalization;
using Agnt5.Testing.Exploring.Playing;

namespace Agnt5.Testing.Exploring.Comparing;

/// <summary>What the steps of a run gave, in the slices whose answers arrived.</summary>
/// <param name="run">The run.</param>
internal sealed class StepResults(PlayedRun run)
{
    private readonly Dictionary<string, List<PlayedStep>> _byKey = Collect(run);

    /// <summary>
    /// Whether the steps of both runs came to their ends in the same order. What one run alone made says nothing, unless it ran beside other steps: then an order decided about it.
    /// </summary>
    public bool HasOrderOf(StepResults other) => !RacedWithout(other) && !other.RacedWithout(this) && OrderWithin(other).SequenceEqual(other.OrderWithin(this));

    /// <summary>A step that gave something else than in another run, or failed otherwise before: what comes after it need not be the same.</summary>
    /// <returns>Its key, or <see langword="null"/>.</returns>
    public string? FindUnsteady(StepResults plain)
    {
        foreach (var (key, attempts) in _byKey)
        {
            if (plain._byKey.TryGetValue(key, out var others) && !IsLike(attempts, others))
                return key;
        }

        // A step that ran twice because an answer was lost.
        return run.Slices.Where(static slice => slice.IsLost).SelectMany(static slice => slice.Steps).FirstOrDefault(lost => !Has(lost) && !plain.Has(lost))?.Key;
    }

    /// <summary>A step that was made more or less often than in another run whose steps gave the same.</summary>
    /// <returns>What differs, or <see langword="null"/>.</returns>
    public Difference? FindDifference(StepResults plain)
    {
        var more = _byKey.Keys.FirstOrDefault(key => CountOf(key) > plain.CountOf(key));
        var less = plain._byKey.Keys.FirstOrDefault(key => plain.CountOf(key) > CountOf(key));
        var headline = (more, less) switch
        {
            (null, null) => null,
            (null, _) => $"leaves out step '{less}'",
            (_, null) when plain.CountOf(more) > 0 => $"makes step '{more}' again, although it is recorded",
            (_, null) => $"makes a step that the plain run does not make: '{more}'",
            _ => $"makes step '{more}' in place of '{less}'",
        };
        if (headline is null)
            return null;
        return run.HasOtherOrder
            ? new Difference($"{headline} when steps end in another order", Advice.Order) { Expected = plain.Keys, Got = Keys }
            : new Difference(headline, Advice.Steps) { Expected = plain.Keys, Got = Keys };
    }

    private string Keys => string.Join(", ", _byKey.Select(static step => step.Value.Count == 1 ? step.Key : $"{step.Key} ×{step.Value.Count.ToString(CultureInfo.InvariantCulture)}"));

    private int CountOf(string key) => _byKey.GetValueOrDefault(key)?.Count ?? 0;

    // How often a step failed is up to the step. How often it succeeded is up to the workflow.
    private static bool IsLike(List<PlayedStep> attempts, List<PlayedStep> others)
    {
        if (!attempts[^1].IsLike(others[^1]))
            return false;

        var failures = attempts.Where(static attempt => attempt.Failure is not null).ToList();
        var otherFailures = others.Where(static attempt => attempt.Failure is not null).ToList();
        return failures.Count == otherFailures.Count && failures.Zip(otherFailures).All(static pair => pair.First.IsLike(pair.Second));
    }

    private bool RacedWithout(StepResults other) => _byKey.Keys.Any(key => !other._byKey.ContainsKey(key) && run.Slices.Exists(slice => !slice.IsLost && slice.SideBySide.Contains(key)));

    // A step that is made again once it is recorded is a difference, and no order.
    private List<string> OrderWithin(StepResults other)
    {
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        return [.. run.Steps.Where(step => other._byKey.ContainsKey(step.Key) && !recorded.Contains(step.Key) && (step.Failure is not null || recorded.Add(step.Key))).Select(static step => step.Key)];
    }

    private bool Has(PlayedStep attempt) => _byKey.TryGetValue(attempt.Key, out var attempts) && attempts.Exists(attempt.IsLike);

    private static Dictionary<string, List<PlayedStep>> Collect(PlayedRun run)
    {
        var results = new Dictionary<string, List<PlayedStep>>(StringComparer.Ordinal);
        foreach (var step in run.Steps)
        {
            if (!results.TryGetValue(step.Key, out var attempts))
                results[step.Key] = attempts = [];
            attempts.Add(step);
        }

        return results;
    }
}
