using Agnt5.Testing.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing.Tests.Exploring;

/// <summary>Strategies play what they promise, and the same each time.</summary>
public sealed class StrategyTests
{
    [Fact]
    public async Task Every_order_of_three_steps_side_by_side_is_played_once()
    {
        var played = await PlayAsync(static agnt5 => agnt5.ThreeSideBySide(), new ExploreOptions { Strategy = ExploreStrategy.Exhaustive, Cuts = ExploreCuts.None });

        Assert.True(played.Report.IsComplete);
        Assert.Equal(6, played.Report.Schedules);
        Assert.Equal(["abc", "acb", "bac", "bca", "cab", "cba"], played.Runs.Skip(1).Select(static run => run.Order).Order());
    }

    [Fact]
    public async Task A_slice_ends_at_every_set_of_steps()
    {
        var options = new ExploreOptions { Strategy = ExploreStrategy.Exhaustive, Cuts = ExploreCuts.EndSlice, MaxCuts = 3 };

        var played = await PlayAsync(static agnt5 => agnt5.ThreeInLine(), options);

        Assert.Equal(8, played.Report.Schedules);
        Assert.Equal(["0", "0", "0.0.1", "0.1", "0.1.1", "1", "1.0.1", "1.1", "1.1.1"], played.Runs.Select(static run => run.Schedule).Order(StringComparer.Ordinal));
        // A cut at the last step cuts nothing.
        Assert.Equal([1, 2, 3], played.Runs.Select(static run => run.Slices).Distinct().Order());
    }

    [Fact]
    public async Task A_cut_is_made_in_every_order_of_steps_side_by_side()
    {
        var options = new ExploreOptions { Strategy = ExploreStrategy.Exhaustive, Cuts = ExploreCuts.LoseAnswer, MaxCuts = 1 };

        var played = await PlayAsync(static agnt5 => agnt5.ThreeSideBySide(), options);

        Assert.True(played.Report.IsComplete);
        Assert.Equal(1, played.Runs.Max(static run => run.Lost));
        Assert.All(["abc", "acb", "bac", "bca", "cab", "cba"], order => Assert.Contains(played.Runs, run => run.Lost == 1 && run.Order == order));
    }

    [Fact]
    public async Task Delays_are_bounded()
    {
        var played = await PlayAsync(static agnt5 => agnt5.ThreeSideBySide(), new ExploreOptions { Strategy = ExploreStrategy.DelayBounded, MaxDelays = 1, Cuts = ExploreCuts.None });

        Assert.Equal(3, played.Report.Schedules);
        Assert.Equal(["abc", "acb", "bac"], played.Runs.Skip(1).Select(static run => run.Order).Order());
    }

    [Fact]
    public async Task A_seed_plays_the_same_schedules_again()
    {
        var first = await RandomAsync(7);
        var again = await RandomAsync(7);
        var other = await RandomAsync(8);

        Assert.Equal(50, first.Report.Schedules);
        Assert.Equal(first.Runs.Select(static run => run.Schedule), again.Runs.Select(static run => run.Schedule));
        Assert.NotEqual(first.Runs.Select(static run => run.Schedule), other.Runs.Select(static run => run.Schedule));
        Assert.True(first.Runs.Max(static run => run.Slices) > 3);

        static Task<Played> RandomAsync(int seed) => PlayAsync(
            static agnt5 => agnt5.ThreeSideBySide(), new ExploreOptions { Strategy = ExploreStrategy.Random, MaxSchedules = 50, Seed = seed });
    }

    [Fact]
    public async Task What_is_too_much_for_all_schedules_is_played_by_chance_and_said()
    {
        var played = await PlayAsync(static agnt5 => agnt5.TenInLine(), new ExploreOptions { MaxSchedules = 100 });

        Assert.False(played.Report.IsComplete);
        Assert.Equal(100, played.Report.Schedules);
        Assert.Contains("and more are left", played.Report.Text, StringComparison.Ordinal);
        Assert.Contains("by chance (seed 1)", played.Report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_race_that_is_meant_passes_where_the_options_say_so()
    {
        var failure = await Assert.ThrowsAsync<Agnt5TestException>(() => PlayAsync(static agnt5 => agnt5.FirstOfTwo(), new ExploreOptions()));
        var played = await PlayAsync(static agnt5 => agnt5.FirstOfTwo(), new ExploreOptions { OrderMayDecide = true, MaxSchedules = 300 });

        Assert.Contains("set OrderMayDecide", failure.Message, StringComparison.Ordinal);
        Assert.Equal(300, played.Report.Schedules);
        Assert.Equal(["sea", "air"], played.Runs.Select(static run => run.Output).Distinct().OrderDescending());
    }

    [Fact]
    public async Task A_mistake_is_found_where_the_order_decides_too()
    {
        var options = new ExploreOptions { OrderMayDecide = true }.FailStep("ship", 3);

        var failure = await Assert.ThrowsAsync<Agnt5TestException>(() => PlayAsync(static agnt5 => agnt5.FirstOfTwoWithAMistake(), options, checkOutput: false));

        Assert.Contains("'apologize'", failure.Message.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_order_is_played_before_what_costs_more_however_few_schedules_there_are()
    {
        var played = await PlayAsync(static agnt5 => agnt5.ThreeSideBySide(), new ExploreOptions { Strategy = ExploreStrategy.Exhaustive, MaxSchedules = 6 });

        Assert.False(played.Report.IsComplete);
        Assert.Equal(["abc", "acb", "bac", "bca", "cab", "cba"], played.Runs.Skip(1).Select(static run => run.Order).Order());
    }

    [Fact]
    public async Task A_thousand_steps_with_a_cut_at_each_are_no_circle()
    {
        var slices = 0;

        var report = await Explore.RunAsync(
            Agnt5Components.Catalog,
            static agnt5 => agnt5.ManyInLine(),
            static services => services.AddShop(new FakePayments()),
            new ExploreOptions { Schedule = string.Join('.', Enumerable.Repeat("2.1", 1_001)) },
            run => slices = run.Slices);

        Assert.Equal((1, 2_002), (report.Schedules, slices));
    }

    [Fact]
    public async Task Timers_of_a_step_fire_in_their_order()
    {
        var played = await PlayAsync(static agnt5 => agnt5.WaitsInSteps(), new ExploreOptions { MaxSchedules = 200 });

        Assert.Equal(["in time, given up, 4 ticks"], played.Runs.Select(static run => run.Output).Distinct());
    }

    [Fact]
    public async Task A_run_that_hangs_is_not_played_again_to_make_it_simpler()
    {
        var hangs = new Hangs();

        var failure = await Assert.ThrowsAsync<Agnt5TestException>(() => Explore.RunAsync(
            Agnt5Components.Catalog,
            static agnt5 => agnt5.HangsAfterALoss(),
            services => services.AddShop(new FakePayments()).AddSingleton<Ledger>().AddSingleton(hangs),
            new ExploreOptions { RealTimeLimit = TimeSpan.FromSeconds(1) }));

        Assert.Contains("is at work without an end", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, hangs.Count);
    }

    [Fact]
    public async Task A_step_that_gives_something_else_each_time_is_no_mistake()
    {
        var played = await PlayAsync(static agnt5 => agnt5.IdOfAStep(), new ExploreOptions());

        Assert.True(played.Report.NotCompared > 0);
        Assert.Contains("such as 'make_id'", played.Report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_waits_for_ever_is_told_from_code_that_is_slow()
    {
        var failure = await Assert.ThrowsAsync<Agnt5TestException>(() => PlayAsync(static agnt5 => agnt5.WaitsForNothing(), new ExploreOptions { RealTimeLimit = TimeSpan.FromMilliseconds(300) }));

        Assert.Contains("awaits something that is not durable", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<Played> PlayAsync(Func<LocalAgnt5, Task<TestRun<string>>> start, ExploreOptions options, bool checkOutput = true)
    {
        List<(string, string, string, int, int)> runs = [];
        var report = await Explore.RunAsync(
            Agnt5Components.Catalog,
            start,
            static services => services.AddShop(new FakePayments()).AddSingleton<TaskCompletionSource<string>>().AddSingleton<Ledger>(),
            options,
            run => runs.Add((run.Schedule, string.Concat(run.Steps.Select(static step => step.Key.Split(':')[^1])), checkOutput ? run.Output : "", run.Slices, run.LostAnswers)));
        return new Played(report, runs);
    }

    private sealed record Played(ExploreReport Report, IReadOnlyList<(string Schedule, string Order, string Output, int Slices, int Lost)> Runs);
}
