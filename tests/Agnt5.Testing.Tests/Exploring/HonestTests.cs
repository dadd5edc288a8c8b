using Agnt5.Testing.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing.Tests.Exploring;

/// <summary>A workflow that does nothing wrong raises no alarm, whatever is done to it.</summary>
public sealed class HonestTests
{
    public static TheoryData<ExploreStrategy> Strategies => [ExploreStrategy.Auto, ExploreStrategy.Exhaustive, ExploreStrategy.DelayBounded, ExploreStrategy.Random];

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task A_saga_with_branches(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.SagaWithBranches(),
        static () => new ExploreOptions().FailStep("hold", 2).FailStep("ship"),
        static run => Assert.Equal("The test lets step 'ship' fail.", run.Failure?.Message));

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task All_kinds_of_waits(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.AllKindsOfWaits(),
        static () => new ExploreOptions().Answer("Which size?", "l").Signal("payment.settled", new Settlement("card")),
        static run => Assert.StartsWith("l card packed 6 ", run.Output, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task A_run_that_is_tried_again(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.TriedAgain(),
        static () => new ExploreOptions().FailStep("charge").FailStep("ship", 2),
        static run => Assert.Equal("shipped", run.Output));

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task A_step_that_counts_how_often_it_ran(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.NumberedCharge(),
        static () => new ExploreOptions(),
        static run => Assert.InRange(run.Service<Ledger>().Entries.Count, 1, 1 + run.LostAnswers),
        mayDiffer: true);

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task A_loop_that_tries_until_it_succeeds(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.TriesUntilItSucceeds(),
        static () => new ExploreOptions().FailStep("call", 4),
        static run => Assert.Equal(["call", "call", "note:1", "call", "call", "note:2", "call"], run.Steps.Select(static step => step.Key)));

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task A_failure_that_is_caught_at_the_end(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.CatchesAtItsEnd(),
        static () => new ExploreOptions().FailStep("notify"),
        static run => Assert.Equal("not notified", run.Output));

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task A_saga_whose_last_release_fails(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.SagaWhoseReleaseFails(),
        static () => new ExploreOptions().FailStep("ship", 3).FailStep("release:cup", 3),
        static run => Assert.Equal("released tea", run.Output));

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task A_backup_that_wins_while_the_other_one_waits_for_its_retry(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.PrimaryOrBackup(),
        static () => new ExploreOptions { OrderMayDecide = true }.FailStep("primary"),
        static run => Assert.Contains(run.Output, (string[])["primary", "backup"]));

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task A_backup_that_wins_where_the_other_one_fails_for_good(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.PrimaryOrBackup(),
        static () => new ExploreOptions { OrderMayDecide = true }.FailStep("primary", 2),
        static run => Assert.Equal("backup", run.Output));

    [Theory]
    [MemberData(nameof(Strategies))]
    public Task A_fake_that_fails_once(ExploreStrategy strategy) => ExploreAsync(
        strategy,
        static agnt5 => agnt5.CallsWhatFailsOnce(),
        static () => new ExploreOptions(),
        static run => Assert.Equal("called and noted", run.Output),
        mayDiffer: true);

    [Fact]
    public async Task An_agent_that_calls_a_tool()
    {
        var report = await Explore.RunAsync(
            Agnt5Components.Catalog,
            static agnt5 => agnt5.Support("Where is my order o-1?"),
            static services => services.AddShop(new FakePayments(), new ScriptedChatClient().Calls("lookup_order", ("orderId", "o-1")).Says("It left on Monday.")),
            new ExploreOptions { Cuts = ExploreCuts.EndSlice, MaxCuts = 3 },
            static run => Assert.Equal("It left on Monday.", run.Output));

        Assert.True(report.IsComplete, report.Text);
    }

    private static async Task ExploreAsync(
        ExploreStrategy strategy, Func<LocalAgnt5, Task<TestRun<string>>> start, Func<ExploreOptions> options, Action<ExploredRun<string>> check, bool mayDiffer = false)
    {
        foreach (var seed in (int[])[1, 2, 3])
        {
            var given = options();
            (given.Strategy, given.Seed, given.MaxSchedules) = (strategy, seed, strategy == ExploreStrategy.Random ? 300 : 600);
            var report = await Explore.RunAsync(Agnt5Components.Catalog, start, static services => services.AddShop(new FakePayments()).AddSingleton<Ledger>(), given, check);

            Assert.True(report.Schedules > 10, report.Text);
            Assert.True(report.NotCompared == 0 || mayDiffer, report.Text);
            if (strategy != ExploreStrategy.Random)
                return;
        }
    }
}
