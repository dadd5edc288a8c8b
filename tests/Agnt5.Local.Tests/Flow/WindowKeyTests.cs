using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Tests.Flow;

/// <summary>Throttles and rate limits.</summary>
public sealed class WindowKeyTests
{
    private const long Start = 1_000_000;

    [Fact]
    public void A_throttle_lets_the_next_run_pass_exactly_when_the_oldest_start_leaves_the_window()
    {
        var key = new PlayedKey(FlowKind.Throttle, limit: 2, windowMs: 1_000);

        Assert.Equal(["a passes"], key.Claim("a"));
        key.NowMs = Start + 400;
        Assert.Equal(["b passes"], key.Claim("b"));
        Assert.Equal([], key.Claim("c"));
        Assert.Equal([], key.Claim("d"));
        Assert.Equal(Start + 1_000, key.State!.WakeAtMs);

        Assert.Equal([], key.Tell(Start + 999));
        Assert.Equal(Start + 1_000, key.State!.WakeAtMs);
        Assert.Equal(["c passes"], key.Tell(Start + 1_000));
        Assert.Equal(Start + 1_400, key.State!.WakeAtMs);
        Assert.Equal(["d passes"], key.Tell(Start + 1_400));
    }

    [Fact]
    public void A_throttle_forgets_its_starts_once_nobody_needs_them()
    {
        var key = new PlayedKey(FlowKind.Throttle, limit: 2, windowMs: 1_000);
        key.Claim("a");
        key.NowMs = Start + 400;
        key.Claim("b");

        Assert.Equal(Start + 1_400, key.State!.WakeAtMs);
        Assert.Equal([], key.Tell(Start + 1_400));
        Assert.Empty(key.State!.Entries);
        Assert.Null(key.State.WakeAtMs);
    }

    [Fact]
    public void A_line_before_a_throttle_is_ordered_by_priority()
    {
        var key = new PlayedKey(FlowKind.Throttle, limit: 1, windowMs: 1_000);
        key.Claim("a");
        key.Claim("batch", priority: -5);
        key.Claim("urgent", priority: 5);

        Assert.Equal(["urgent passes"], key.Tell(Start + 1_000));
        Assert.Equal(["batch passes"], key.Tell(Start + 2_000));
    }

    [Fact]
    public void A_start_counts_even_when_its_run_was_cancelled()
    {
        var key = new PlayedKey(FlowKind.Throttle, limit: 1, windowMs: 1_000);
        key.Claim("a");
        key.Claim("b");
        key.Claim("c");

        Assert.Equal([], key.Leave("a"));
        Assert.Equal([], key.Leave("b"));
        Assert.Equal(["c passes"], key.Tell(Start + 1_000));
    }

    [Fact]
    public void A_rate_limit_refuses_what_is_too_much_and_says_when_to_come_again()
    {
        var key = new PlayedKey(FlowKind.RateLimit, limit: 2, windowMs: 60_000);
        key.Claim("a");
        key.NowMs = Start + 10;
        key.Claim("b");

        key.NowMs = Start + 1_000;
        var (_, effects) = KeyMachine.Apply(key.State, new Claimed(key.NowMs, "c", 0, new(key.Key, 2, 60_000)));
        var refused = Assert.IsType<Engine.Runs.KeyRefused>(Assert.IsType<Engine.TellRun>(Assert.Single(effects)).Happening);

        Assert.Equal("RATE_LIMITED", refused.Code);
        Assert.Equal("The rate limit of 2 runs in 60000 ms is used up for this run's key. Try again in 59000 ms.", refused.Message);
    }

    [Fact]
    public void A_run_that_a_rate_limit_refused_uses_up_nothing()
    {
        var key = new PlayedKey(FlowKind.RateLimit, limit: 1, windowMs: 1_000);
        key.Claim("a");
        key.NowMs = Start + 999;
        Assert.Equal(["b is refused"], key.Claim("b"));
        key.NowMs = Start + 1_000;
        Assert.Equal(["c passes"], key.Claim("c"));
    }

    [Fact]
    public void A_rate_limit_counts_a_run_once_however_often_it_asks()
    {
        var key = new PlayedKey(FlowKind.RateLimit, limit: 2, windowMs: 1_000);
        key.Claim("a");

        Assert.Equal(["a passes"], key.Claim("a"));
        Assert.Equal(["b passes"], key.Claim("b"));
        Assert.Equal(["c is refused"], key.Claim("c"));
    }

    [Theory]
    [InlineData((int)FlowKind.Throttle)]
    [InlineData((int)FlowKind.RateLimit)]
    public void A_clock_that_jumps_back_blocks_nobody_longer_than_one_window(int kind)
    {
        var key = new PlayedKey((FlowKind)kind, limit: 1, windowMs: 1_000);
        key.Claim("a");

        key.NowMs = Start - 3_600_000;
        Assert.DoesNotContain("b passes", key.Claim("b"));
        Assert.Equal(Start - 3_599_000, key.State!.WakeAtMs);
        key.Tell(Start - 3_599_000);
        Assert.Contains((FlowKind)kind == FlowKind.Throttle ? "b" : "c", Passed(key, "c"));
    }

    [Fact]
    public void A_clock_that_jumps_back_gives_no_window_twice()
    {
        var key = new PlayedKey(FlowKind.Throttle, limit: 2, windowMs: 1_000);
        key.Claim("a");
        key.Claim("b");

        key.NowMs = Start - 500;
        Assert.Equal([], key.Claim("c"));
        Assert.Equal([], key.Tell(Start + 499));
        Assert.Equal(["c passes"], key.Tell(Start + 500));
    }

    [Fact]
    public void A_deployment_with_a_shorter_window_lets_those_in_line_pass_sooner()
    {
        var key = new PlayedKey(FlowKind.Throttle, limit: 1, windowMs: 60_000);
        key.Claim("a");
        key.Claim("b");

        (key.WindowMs, key.NowMs) = (1_000, Start + 1_500);

        Assert.Equal(["b passes"], key.Claim("c"));
        Assert.Equal(Start + 2_500, key.State!.WakeAtMs);
    }

    [Fact]
    public void A_deployment_with_a_lower_limit_waits_until_enough_starts_are_old()
    {
        var key = new PlayedKey(FlowKind.Throttle, limit: 3, windowMs: 1_000);
        foreach (var run in new[] { "a", "b", "c" })
        {
            key.Claim(run);
            key.NowMs += 100;
        }

        key.Limit = 1;

        Assert.Equal([], key.Claim("d"));
        Assert.Equal(Start + 1_200, key.State!.WakeAtMs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_window_without_a_length_limits_nothing(long windowMs)
    {
        var key = new PlayedKey(FlowKind.Throttle, limit: 1, windowMs);

        Assert.Equal(["a passes"], key.Claim("a"));
        Assert.Equal(["b passes"], key.Claim("b"));
    }

    [Fact]
    public void A_window_as_long_as_a_number_can_say_does_not_end()
    {
        var key = new PlayedKey(FlowKind.Throttle, limit: 1, long.MaxValue);
        key.Claim("a");
        key.Claim("b");

        Assert.Equal(long.MaxValue, key.State!.WakeAtMs);
    }

    private static string[] Passed(PlayedKey key, string another)
    {
        key.Claim(another);
        return [.. key.State!.Entries.Where(static entry => entry.Kind == FlowEntryKind.Passed).Select(static entry => entry.RunId)];
    }
}
