using Agnt5.Testing.Exploring.Playing;

namespace Agnt5.Testing.Exploring.Comparing;

/// <summary>Compares a completed run with its replay. All is recorded, so the replay makes no step and comes to the same end.</summary>
internal static class ReplayComparison
{
    /// <returns>What differs, or <see langword="null"/>.</returns>
    public static Difference? Find(PlayedRun run, PlayedSlice replay)
    {
        if (replay.Wanted is [var wanted, ..])
            return new Difference($"makes another step when it is replayed later: '{wanted}'", Advice.Replay);
        if (replay.Unused is [var unused, ..])
            return new Difference($"has a record of step '{unused}', and does not ask for it when it is replayed later", Advice.Replay);

        var again = PlayedRun.OutcomeOf(replay.Answer);
        return again == run.Outcome
            ? null
            : new Difference("comes to another end when it is replayed later with its records, by another process", Advice.Replay) { Expected = run.Outcome, Got = again };
    }
}
