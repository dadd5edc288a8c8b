using System.Text;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class PauseTests
{
    [Fact]
    public void A_sleep_lasts_until_its_time_and_a_host_that_tells_it_too_early_is_not_believed()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Sleeps(1_000));
        _ = run.Transcript;

        run.World.NowMs = 999;
        run.Tell(new TimeReached(999));
        Assert.Equal(1_000, run.State.WakeAtMs);
        run.World.NowMs = 1_000;
        run.Tell(new TimeReached(1_000));
        run.Tell(new TimeReached(1_000));

        Assert.Equal(
            """
            999 run_1: the time has come
            1000 run_1: the time has come
                4 workflow.resumed {"reason":"timer"}
                start slice 2
                is running
            1000 run_1: the time has come
            """,
            run.Transcript);
    }

    [Fact]
    public void An_endpoint_whose_clock_is_behind_is_not_asked_in_a_loop()
    {
        var run = new PlayedRun(world: new MachineWorld { NowMs = 10_000 });

        run.Answer(Specs.Sleeps(10_000));

        Assert.Equal(10_050, run.State.WakeAtMs);
    }

    [Fact]
    public void A_clock_that_jumps_ahead_wakes_a_sleeper_once()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Sleeps(1_000));

        run.World.NowMs = 1_000_000_000;
        run.World.TellDue();
        run.World.NowMs = 0;
        run.World.TellDue();

        Assert.Equal(2, run.State.Slice);
    }

    [Fact]
    public void A_question_tells_clients_all_they_need_to_ask_it()
    {
        var run = new PlayedRun();

        run.Answer(Specs.Asks(0, timesOutAtMs: 60_000));

        var paused = run.World.Journals["run_1"][^1];
        Assert.Equal("workflow.paused", paused.EventType);
        Assert.Equal(
            """{"reason":"user_input_required","pause_index":0,"step_name":"wait_for_user_0","question":"Ship it?","input_type":"approval","options":"""
            + """[{"id":"yes","label":"Yes"}],"allow_custom":false,"skippable":false,"times_out_at_ms":60000}""",
            Encoding.UTF8.GetString(paused.Data.Span));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["pause_reason"] = "user_input_required",
                ["pause_index"] = "0",
                ["step_name"] = "wait_for_user_0",
                ["question"] = "Ship it?",
                ["input_type"] = "approval",
                ["options"] = """[{"id":"yes","label":"Yes"}]""",
                ["allow_custom"] = "false",
                ["skippable"] = "false",
            },
            paused.Metadata);
        Assert.Equal(60_000, run.State.WakeAtMs);
    }

    [Fact]
    public void A_question_that_nobody_answers_in_time_fails_the_run_as_on_AGNT5()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Asks(0, timesOutAtMs: 60_000, besideAtMs: 1_000));
        _ = run.Transcript;

        run.Pass(60_000);

        Assert.Equal(
            """
            60000 run_1: the time has come
                4 workflow.failed {"error":{"code":"WAIT_TIMEOUT","message":"Nobody answered the question in time."}}
                5 run.failed {"error":{"code":"WAIT_TIMEOUT","message":"Nobody answered the question in time."}}
                is failed
            """,
            run.Transcript);
    }

    [Fact]
    public void A_signal_that_does_not_come_in_time_lets_code_go_on_behind_the_timeout_where_that_is_asked_for()
    {
        var run = new PlayedRun(Specs.Run() with { InvokesOnWaitTimeout = true });
        run.Answer(Specs.WaitsFor("paid", timesOutAtMs: 60_000));
        _ = run.Transcript;

        run.Pass(60_000);

        Assert.Equal(
            """
            60000 run_1: the time has come
                4 workflow.resumed {"reason":"wait_timeout"}
                start slice 2
                is running
            """,
            run.Transcript);
    }

    [Fact]
    public void A_timer_beside_a_question_wakes_the_run_where_that_is_asked_for()
    {
        var run = new PlayedRun(Specs.Run() with { WakesBesideWaits = true });
        run.Answer(Specs.Asks(0, timesOutAtMs: 60_000, besideAtMs: 1_000));
        _ = run.Transcript;

        run.Pass(1_000);

        Assert.Equal(
            """
            1000 run_1: the time has come
                4 workflow.resumed {"reason":"timeout"}
                start slice 2
                is running
            """,
            run.Transcript);
    }

    [Fact]
    public void A_timer_beside_a_question_wakes_no_run_on_AGNT5()
    {
        var run = new PlayedRun();

        run.Answer(Specs.Asks(0, besideAtMs: 1_000));

        Assert.Null(run.State.WakeAtMs);
    }

    [Fact]
    public void A_host_that_was_down_past_both_times_wakes_the_run_by_the_one_that_came_first()
    {
        var spec = Specs.Run() with { WakesBesideWaits = true };
        var wakes = new PlayedRun(spec);
        wakes.Answer(Specs.Asks(0, timesOutAtMs: 2_000, besideAtMs: 1_000));
        var fails = new PlayedRun(spec);
        fails.Answer(Specs.Asks(0, timesOutAtMs: 1_000, besideAtMs: 2_000));

        foreach (var run in new[] { wakes, fails })
        {
            run.World.NowMs = 5_000;
            run.World.TellDue();
        }

        Assert.Equal(RunPhase.Running, wakes.State.Phase);
        Assert.Equal(RunPhase.Failed, fails.State.Phase);
    }
}
