using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class SignalTests
{
    [Fact]
    public void A_signal_takes_on_the_run_that_waits_for_it()
    {
        var run = new PlayedRun();
        run.Answer(Specs.WaitsFor("paid"));
        _ = run.Transcript;

        run.Signal("paid", """{"amount":5}""");

        Assert.Equal(
            """
            0 run_1: signal paid {"amount":5}
                4 workflow.resumed {"reason":"signal","signal_id":"sig_1","signal_name":"paid","waiting_step":"paid","signal_payload":{"amount":5}}
                start slice 2
                is running
            """,
            run.Transcript);
        Assert.Equal(new GivenSignal("sig_1", "paid", "paid", """{"amount":5}"""), run.State.LatestSignal);
    }

    [Fact]
    public void A_signal_that_comes_before_the_run_waits_for_it_is_not_lost()
    {
        var run = new PlayedRun();
        run.Signal("paid", "1", "sig_1");
        run.Signal("packed", "2", "sig_2");
        run.Signal("paid", "3", "sig_3");
        _ = run.Transcript;

        run.Answer(Specs.WaitsFor("paid"));

        Assert.Equal(
            """
            0 run_1: slice 1 waits for signal paid
                3 workflow.paused {"reason":"signal","signal_name":"paid","waiting_step":"paid"}
                4 workflow.resumed {"reason":"signal","signal_id":"sig_1","signal_name":"paid","waiting_step":"paid","signal_payload":1}
                start slice 2
            """,
            run.Transcript);
        Assert.Equal(["sig_2", "sig_3"], run.State.EarlySignals.Select(static signal => signal.SignalId));
    }

    [Fact]
    public void A_signal_of_another_name_wakes_nobody_and_is_kept()
    {
        var run = new PlayedRun();
        run.Answer(Specs.WaitsFor("paid"));

        run.Signal("packed");

        Assert.Equal(RunPhase.Paused, run.State.Phase);
        Assert.Equal("packed", run.State.EarlySignals.Single().Name);
    }

    [Fact]
    public void A_signal_that_is_told_twice_is_handed_over_once()
    {
        var run = new PlayedRun();
        run.Signal("paid", id: "sig_1");
        run.Signal("paid", id: "sig_1");
        Assert.Single(run.State.EarlySignals);

        run.Answer(Specs.WaitsFor("paid"));
        run.Signal("paid", id: "sig_1");
        Assert.Empty(run.State.EarlySignals);
    }

    [Fact]
    public void Signals_that_nobody_waits_for_are_refused_once_a_hundred_are_kept_and_none_of_those_is_lost()
    {
        var run = new PlayedRun();
        for (var i = 0; i < 100; i++)
            run.Signal("paid", id: $"sig_{i}");

        run.Signal("paid", id: "sig_100");

        Assert.Equal("TOO_MANY_SIGNALS", run.RefusalOf(new SignalSent(0, "sig_100", "paid", "1"))!.Code);
        Assert.Equal(["sig_0", "sig_99"], [run.State.EarlySignals[0].SignalId, run.State.EarlySignals[^1].SignalId]);
    }

    [Fact]
    public void A_run_that_has_a_hundred_signals_to_come_still_takes_the_one_that_it_waits_for()
    {
        var run = new PlayedRun();
        for (var i = 0; i < 100; i++)
            run.Signal("packed", id: $"sig_{i}");
        run.Answer(Specs.WaitsFor("paid"));

        Assert.Null(run.RefusalOf(new SignalSent(0, "sig_100", "paid", "1")));
        run.Signal("paid", id: "sig_100");

        Assert.Equal(RunPhase.Running, run.State.Phase);
    }

    [Fact]
    public void A_signal_to_a_run_that_has_ended_is_refused_in_words()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Completed());

        Assert.Equal(new("RUN_ENDED", "Run run_1 is completed already."), run.RefusalOf(new SignalSent(0, "sig_1", "paid", "1")));
    }
}
