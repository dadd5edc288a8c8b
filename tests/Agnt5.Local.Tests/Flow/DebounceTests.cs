using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Tests.Flow;

public sealed class DebounceTests
{
    private const long Start = 1_000_000;

    [Fact]
    public void Of_the_runs_within_a_window_the_latest_starts_and_the_others_give_way()
    {
        var key = new PlayedKey(FlowKind.Debounce, windowMs: 2_000);

        Assert.Equal([], key.Claim("a"));
        Assert.Equal(Start + 2_000, key.State!.WakeAtMs);
        key.NowMs = Start + 1_999;
        Assert.Equal(["a gives way to b"], key.Claim("b"));
        Assert.Equal([], key.Tell(Start + 3_998));
        Assert.Equal(["b passes"], key.Tell(Start + 3_999));
        Assert.Empty(key.State!.Entries);
        Assert.Null(key.State.WakeAtMs);
    }

    [Fact]
    public void The_latest_run_wins_whatever_the_priority()
    {
        var key = new PlayedKey(FlowKind.Debounce, windowMs: 2_000);
        key.Claim("urgent", priority: 9);

        Assert.Equal(["urgent gives way to late"], key.Claim("late"));
    }

    [Fact]
    public void A_run_that_asks_twice_does_not_wait_twice()
    {
        var key = new PlayedKey(FlowKind.Debounce, windowMs: 2_000);
        key.Claim("a");
        key.NowMs = Start + 1_000;

        Assert.Equal([], key.Claim("a"));
        Assert.Equal(["a passes"], key.Tell(Start + 2_000));
    }

    [Fact]
    public void A_run_that_was_cancelled_does_not_start_later()
    {
        var key = new PlayedKey(FlowKind.Debounce, windowMs: 2_000);
        key.Claim("a");

        Assert.Equal([], key.Leave("b"));
        Assert.Equal([], key.Leave("a"));
        Assert.Equal([], key.Tell(Start + 2_000));
        Assert.Empty(key.State!.Entries);
    }

    [Fact]
    public void A_deployment_with_another_window_counts_from_its_first_run()
    {
        var key = new PlayedKey(FlowKind.Debounce, windowMs: 2_000);
        key.Claim("a");
        key.WindowMs = 10;

        Assert.Equal(["a gives way to b"], key.Claim("b"));
        Assert.Equal(["b passes"], key.Tell(Start + 10));
    }

    [Fact]
    public void A_clock_that_jumps_back_keeps_a_run_no_longer_than_one_window()
    {
        var key = new PlayedKey(FlowKind.Debounce, windowMs: 2_000);
        key.Claim("a");

        Assert.Equal([], key.Tell(Start - 3_600_000));
        Assert.Equal(Start - 3_598_000, key.State!.WakeAtMs);
        Assert.Equal(["a passes"], key.Tell(Start - 3_598_000));
    }

    [Fact]
    public void A_window_without_a_length_delays_nothing()
    {
        var key = new PlayedKey(FlowKind.Debounce, windowMs: 0);

        Assert.Equal(["a passes"], key.Claim("a"));
    }
}
