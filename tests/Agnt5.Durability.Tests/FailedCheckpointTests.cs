using Agnt5.Durability.Tests.Platform;

namespace Agnt5.Durability.Tests;

/// <summary>A platform may drop the records of a failed response. A run must reach its end there too, and the same end.</summary>
public sealed class FailedCheckpointTests
{
    public static TheoryData<string> Workflows => Scenarios.Names;

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_run_is_not_stuck_with_a_failure_that_nobody_answered_to_where_checkpoints_of_failed_runs_are_dropped(string workflow)
    {
        var scenario = Scenarios.Named(workflow);
        foreach (var seed in Seeds.Take(20))
        {
            var schedule = new Schedule(seed);
            var uncut = Platform.Platform.Run(scenario, schedule, Cut.None);
            var kind = (CutKind)(schedule.RankOf("kind", 0) % 10);
            var cut = Platform.Platform.Run(scenario, schedule, new Cut(kind, (int)(schedule.RankOf("at", 0) % 12)), isOdd: seed % 2 == 0, keepsFailed: false);
            if (!scenario.IsRace && !scenario.Catches)
                Assert.True(uncut.Outcome == cut.Outcome, $"seed {seed}: {uncut.Outcome} where checkpoints are kept, {cut.Outcome} with {kind}\n{cut.Transcript}");
        }
    }
}
