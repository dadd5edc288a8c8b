using Agnt5.Durability.Tests.Platform;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Agnt5.Durability.Tests;

/// <summary>
/// Cuts every workflow of <see cref="Scenarios"/> at every boundary, one cut per run, and compares with the run that was not cut. What holds after each response is in <see cref="Invariants"/>.
/// </summary>
public sealed class CrashTests
{
    private const int SeedsPerCut = 3;

    public static TheoryData<string> Workflows => Scenarios.Names;

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_process_that_dies_after_any_step_loses_nothing_that_a_response_had_told(string workflow) => CutEverywhere(workflow, CutKind.CrashAfterStep);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_response_that_gets_lost_on_its_way_changes_nothing(string workflow) => CutEverywhere(workflow, CutKind.LoseResponse);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_budget_that_is_spent_after_any_step_makes_no_finished_step_run_again(string workflow) => CutEverywhere(workflow, CutKind.BudgetAfterStep);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_step_that_the_deadline_interrupts_runs_again_as_if_it_had_not_begun(string workflow) => CutEverywhere(workflow, CutKind.DeadlineInStep);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_step_that_still_finishes_at_the_deadline_is_not_done_twice(string workflow) => CutEverywhere(workflow, CutKind.DeadlineButFinishes);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_step_that_fails_of_the_deadline_in_its_own_way_leaves_the_run_consistent(string workflow) => CutEverywhere(workflow, CutKind.DeadlineAndThrows);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_step_that_ignores_the_deadline_is_abandoned_and_nothing_of_it_is_heard_later(string workflow) => CutEverywhere(workflow, CutKind.DeadlineIgnored);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_caller_that_hangs_up_inside_any_step_finds_the_run_where_it_was(string workflow) => CutEverywhere(workflow, CutKind.HangUpInStep);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_step_that_throws_once_costs_the_run_nothing_but_that_step(string workflow) => CutEverywhere(workflow, CutKind.StepThrows);

    /// <summary>All that the protocol leaves open about the platform, at once: see <see cref="Habits"/>.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void Old_answers_early_wake_ups_tiny_budgets_and_clocks_that_differ_change_nothing(string workflow)
    {
        var scenario = Scenarios.Named(workflow);
        foreach (var seed in Seeds.Take(60))
        {
            var schedule = new Schedule(seed);
            var uncut = Platform.Platform.Run(scenario, schedule, Cut.None);
            var kind = (CutKind)(schedule.RankOf("kind", 0) % 10);
            Compare(scenario, kind, uncut, Platform.Platform.Run(scenario, schedule, new Cut(kind, (int)(schedule.RankOf("at", 0) % 12)), isOdd: true), schedule);
        }
    }

    private static void CutEverywhere(string workflow, CutKind kind)
    {
        var scenario = Scenarios.Named(workflow);
        foreach (var seed in Seeds.Take(SeedsPerCut))
        {
            var schedule = new Schedule(seed);
            var uncut = Platform.Platform.Run(scenario, schedule, Cut.None);
            var places = kind == CutKind.LoseResponse ? uncut.Responses : uncut.Steps;
            for (var at = 0; at < places; at++)
                Compare(scenario, kind, uncut, Platform.Platform.Run(scenario, schedule, new Cut(kind, at)), schedule);
        }
    }

    private static void Compare(Scenario scenario, CutKind kind, RunResult uncut, RunResult cut, Schedule schedule)
    {
        var difference = CutComparison.Find(scenario, kind, uncut, cut);
        Assert.True(difference is null, $"seed {schedule.Seed}: {difference}\n{cut.Transcript}");
    }
}
