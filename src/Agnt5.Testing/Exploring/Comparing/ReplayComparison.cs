using Agnt5.Testing.Exploring.Playing;
using Agnt5.Testing.Exploring.Strategies;

namespace Agnt5.Testing.Exploring.Comparing;

/// <summary>
/// Compares a completed run with its replay. All is recorded that the run did anything after, so the replay makes no step and comes to the same end. A failure after which the run did nothing more is
/// not recorded: its step is asked for again, and what comes then is not known.
/// </summary>
internal static class ReplayComparison
{
    /// <returns>What differs, or <see langword="null"/>.</returns>
    public static Difference? Find(PlayedRun run, PlayedSlice replay)
    {
        if (replay.Wanted.Exists(key => MayBeAskedFor(run, key)))
            return null;
        if (replay.Wanted is [var wanted, ..])
            return new Difference($"makes another step when it is replayed later: '{wanted}'", Advice.Replay);
        if (replay.Unused is [var unused, ..])
            return new Difference($"has a record of step '{unused}', and does not ask for it when it is replayed later", Advice.Replay);

        var again = PlayedRun.OutcomeOf(replay.Answer);
        return again == run.Outcome
            ? null
            : new Difference("comes to another end when it is replayed later with its records, by another process", Advice.Replay) { Expected = run.Outcome, Got = again };
    }

    // In a slice whose time was over, the code may have asked for a step that did not begin.
    private static bool MayBeAskedFor(PlayedRun run, string key) =>
        run.Steps.LastOrDefault(step => step.Key == key) is { } last ? last.Failure is not null : run.Slices[^1].Cut == CutKind.EndSlice;
}
