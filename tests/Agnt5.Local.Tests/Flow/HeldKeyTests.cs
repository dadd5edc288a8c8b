using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Tests.Flow;

/// <summary>Concurrency, <c>max_concurrency</c> and singletons.</summary>
public sealed class HeldKeyTests
{
    public static TheoryData<int> Kinds => [(int)FlowKind.Concurrency, (int)FlowKind.MaxConcurrency, (int)FlowKind.Singleton];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_more_runs_hold_a_key_than_its_limit_allows(int kind)
    {
        var key = new PlayedKey((FlowKind)kind, limit: 2);

        Assert.Equal(["a passes"], key.Claim("a"));
        Assert.Equal(["b passes"], key.Claim("b"));
        Assert.Equal([], key.Claim("c"));
        Assert.Equal([], key.Claim("d"));
        Assert.Equal(["c passes"], key.Leave("a"));
        Assert.Equal(["d passes"], key.Leave("b"));
        Assert.Equal(["c", "d"], key.Holders);
    }

    [Fact]
    public void A_run_in_line_is_told_so_once_and_its_journal_can_say_what_it_waits_for()
    {
        var key = new PlayedKey(FlowKind.Concurrency);
        key.Claim("a");
        key.Claim("b");
        key.Claim("b");
        key.Leave("a");

        Assert.Equal(["b"], key.ToldToWait);
    }

    [Fact]
    public void A_run_that_somebody_waits_for_overtakes_those_that_nobody_waits_for()
    {
        var key = new PlayedKey(FlowKind.Concurrency);
        key.Claim("holder");
        key.Claim("batch", priority: -1);
        key.Claim("normal");
        key.Claim("urgent", priority: 5);
        key.Claim("urgent too", priority: 5);

        Assert.Equal(["urgent", "urgent too", "normal", "batch"], key.Line);
        Assert.Equal(["urgent passes"], key.Leave("holder"));
    }

    [Fact]
    public void A_run_that_is_cancelled_in_line_does_not_keep_the_place()
    {
        var key = new PlayedKey(FlowKind.Concurrency);
        key.Claim("a");
        key.Claim("b");
        key.Claim("c");

        Assert.Equal([], key.Leave("b"));
        Assert.Equal(["c passes"], key.Leave("a"));
    }

    [Fact]
    public void A_deployment_with_a_higher_limit_lets_those_in_line_pass()
    {
        var key = new PlayedKey(FlowKind.Concurrency);
        foreach (var run in new[] { "a", "b", "c", "d" })
            key.Claim(run);

        key.Limit = 3;

        Assert.Equal(["b passes", "c passes"], key.Claim("e"));
        Assert.Equal(["d", "e"], key.Line);
    }

    [Fact]
    public void A_run_of_a_higher_priority_passes_first_when_a_deployment_makes_room()
    {
        var key = new PlayedKey(FlowKind.Concurrency);
        key.Claim("a");
        key.Claim("b");

        key.Limit = 2;

        Assert.Equal(["urgent passes"], key.Claim("urgent", priority: 1));
    }

    [Fact]
    public void A_deployment_with_a_lower_limit_takes_the_key_from_nobody_and_counts_those_who_hold_it()
    {
        var key = new PlayedKey(FlowKind.Concurrency, limit: 3);
        foreach (var run in new[] { "a", "b", "c" })
            key.Claim(run);

        key.Limit = 1;

        Assert.Equal([], key.Claim("d"));
        Assert.Equal([], key.Leave("a"));
        Assert.Equal([], key.Leave("b"));
        Assert.Equal(["d passes"], key.Leave("c"));
    }

    [Fact]
    public void A_run_that_asks_twice_takes_one_place()
    {
        var key = new PlayedKey(FlowKind.Concurrency, limit: 2);
        key.Claim("a");

        Assert.Equal(["a passes"], key.Claim("a"));
        Assert.Equal(["b passes"], key.Claim("b"));
        Assert.Equal([], key.Claim("c"));
        Assert.Equal([], key.Claim("c", priority: 9));
        Assert.Equal(["c"], key.Line);
        Assert.Equal(["c passes"], key.Leave("a"));
        Assert.Equal([], key.Leave("a"));
    }

    [Fact]
    public void A_run_that_never_came_leaves_nothing_behind()
    {
        var key = new PlayedKey(FlowKind.Singleton);

        Assert.Equal([], key.Leave("nobody"));
        Assert.Null(key.State);
        Assert.Equal([], key.Tell(5));
        Assert.Null(key.State);
    }

    [Fact]
    public void A_key_that_all_have_left_needs_no_place_in_a_store()
    {
        var key = new PlayedKey(FlowKind.Concurrency);
        key.Claim("a");
        key.Claim("b");
        key.Leave("a");
        key.Leave("b");

        Assert.Empty(key.State!.Entries);
        Assert.Null(key.State.WakeAtMs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MinValue)]
    public void A_limit_that_lets_nobody_pass_keeps_nobody_for_ever(int limit)
    {
        var key = new PlayedKey(FlowKind.Concurrency, limit);

        Assert.Equal(["a passes"], key.Claim("a"));
        Assert.Equal([], key.Claim("b"));
        Assert.Equal(["b passes"], key.Leave("a"));
    }
}
