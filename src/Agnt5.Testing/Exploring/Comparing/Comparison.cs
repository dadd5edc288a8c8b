using Agnt5.Testing.Exploring.Playing;

namespace Agnt5.Testing.Exploring.Comparing;

/// <summary>
/// Compares runs. What a workflow does follows from its input and from what its steps gave. So two runs whose steps gave the same must make the same steps, come to the same end and emit the same
/// events.
/// </summary>
/// <param name="orderMayDecide">Whether only runs with the same order of completions are compared.</param>
internal sealed class Comparison(bool orderMayDecide)
{
    private readonly List<(PlayedRun Run, StepResults Results)> _references = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>How many runs were not compared, because their steps gave something else.</summary>
    public int NotCompared { get; private set; }

    /// <summary>A step that gave something else, or <see langword="null"/>.</summary>
    public string? UnsteadyStep { get; private set; }

    /// <summary>Whether a run is just like one in which nothing differed.</summary>
    public bool Knows(PlayedRun run) => _known.Contains(run.Fingerprint);

    /// <summary>Remembers a run in which nothing differs.</summary>
    public void Add(PlayedRun run) => _known.Add(run.Fingerprint);

    /// <returns>What differs, or <see langword="null"/>.</returns>
    public Difference? Find(PlayedRun run)
    {
        if (run.Problem is { } problem)
            return new Difference(problem.Headline, problem.Advice);

        var results = new StepResults(run);
        var known = orderMayDecide ? _references.FindIndex(one => results.HasOrderOf(one.Results)) : _references.Count - 1;
        if (known < 0)
        {
            _references.Add((run, results));
            return null;
        }

        var plain = _references[known];
        if (results.FindUnsteady(plain.Results) is { } unsteady)
        {
            NotCompared++;
            UnsteadyStep = unsteady;
            return null;
        }

        var difference = results.FindDifference(plain.Results) ?? FindOutcome(run, plain.Run) ?? EventComparison.Find(run, plain.Run);
        return difference is null ? null : difference with { Reference = plain.Run };
    }

    private static Difference? FindOutcome(PlayedRun run, PlayedRun plain)
    {
        if (run.Outcome == plain.Outcome)
            return null;
        return run.HasOtherOrder
            ? new Difference("comes to another end when steps end in another order", Advice.Order) { Expected = plain.Outcome, Got = run.Outcome }
            : new Difference("comes to another end", Advice.Outcome) { Expected = plain.Outcome, Got = run.Outcome };
    }
}
