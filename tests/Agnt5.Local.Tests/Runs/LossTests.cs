using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class LossTests
{
    [Fact]
    public void A_slice_that_reached_nobody_is_sent_again_and_counts_as_no_attempt()
    {
        var run = new PlayedRun();
        _ = run.Transcript;

        run.Lose();
        run.Pass(100);

        Assert.Equal(
            """
            0 run_1: slice 1 is lost: ENDPOINT_UNREACHABLE
                3 run.invoke_lost {"slice":1,"sent_again_at_ms":100,"error":{"code":"ENDPOINT_UNREACHABLE","message":"Nobody listened."}}
            100 run_1: the time has come
                start slice 2
            """,
            run.Transcript);
        Assert.Equal(0, run.State.Attempt);
    }

    [Fact]
    public void An_endpoint_that_stays_away_is_asked_less_and_less_often_to_every_half_minute()
    {
        var run = new PlayedRun();
        List<long> delays = [];
        for (var losses = 0; losses < 12; losses++)
        {
            run.Lose();
            delays.Add(run.State.WakeAtMs!.Value - run.World.NowMs);
            run.Pass(delays[^1]);
        }

        Assert.Equal([100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000, 30_000], delays);
    }

    [Fact]
    public void An_endpoint_that_says_when_to_come_back_is_asked_then_and_not_before()
    {
        var run = new PlayedRun();

        run.Lose("WORKERLESS_BUSY", retryAfterMs: 5_000);
        Assert.Equal(5_000, run.State.WakeAtMs);

        run.Pass(5_000);
        run.Lose("WORKERLESS_BUSY", retryAfterMs: 0);
        Assert.Equal(5_100, run.State.WakeAtMs);
    }

    [Fact]
    public void A_run_whose_endpoint_is_gone_fails_a_quarter_of_an_hour_after_the_first_loss_and_not_before()
    {
        var run = new PlayedRun();
        while (!run.State.HasEnded)
        {
            run.Lose();
            if (run.State.WakeAtMs is { } wakeMs)
                run.Pass(wakeMs - run.World.NowMs);
        }

        Assert.Equal(15 * 60_000, run.State.EndedAtMs);
        Assert.Equal("ENDPOINT_UNREACHABLE", run.State.Outcome!.ErrorCode);
        Assert.Equal(["run.invoke_lost", "workflow.failed", "run.failed"], run.Journal.TakeLast(3));
    }

    [Fact]
    public void An_endpoint_that_wants_to_be_asked_next_year_is_asked_once_more_before_the_run_fails()
    {
        var run = new PlayedRun();

        run.Lose(retryAfterMs: long.MaxValue);

        Assert.Equal(15 * 60_000, run.State.WakeAtMs);
    }

    [Fact]
    public void A_usable_answer_ends_the_count_of_losses()
    {
        var run = new PlayedRun();
        run.Lose();
        run.Pass(10 * 60_000);
        run.Answer(Specs.UsedUpItsBudget());
        run.Lose();
        Assert.Equal(100, run.State.WakeAtMs - run.World.NowMs);

        run.Pass(10 * 60_000);
        run.Lose();
        Assert.Equal(RunPhase.Running, run.State.Phase);
    }

    [Fact]
    public void A_loss_that_sending_again_cannot_help_fails_the_run_with_the_endpoint_s_code()
    {
        var run = new PlayedRun();
        _ = run.Transcript;

        run.Lose("WORKERLESS_COMPONENT_NOT_FOUND", isFinal: true);

        Assert.Equal(
            """
            0 run_1: slice 1 is lost: WORKERLESS_COMPONENT_NOT_FOUND
                3 run.invoke_lost {"slice":1,"error":{"code":"WORKERLESS_COMPONENT_NOT_FOUND","message":"Nobody listened."}}
                4 workflow.failed {"error":{"code":"WORKERLESS_COMPONENT_NOT_FOUND","message":"Nobody listened."}}
                5 run.failed {"error":{"code":"WORKERLESS_COMPONENT_NOT_FOUND","message":"Nobody listened."}}
                is failed
            """,
            run.Transcript);
    }

    [Fact]
    public void An_endpoint_that_answers_nonsense_three_times_in_a_row_is_asked_no_more()
    {
        var run = new PlayedRun();
        foreach (var code in new[] { "WORKERLESS_INVALID_RESPONSE", "WORKERLESS_INVALID_RESPONSE", "ENDPOINT_UNREACHABLE", "WORKERLESS_INVALID_RESPONSE", "WORKERLESS_INVALID_RESPONSE" })
        {
            run.Lose(code);
            run.Pass(run.State.WakeAtMs!.Value - run.World.NowMs);
        }

        run.Lose("WORKERLESS_INVALID_RESPONSE");

        Assert.Equal(RunPhase.Failed, run.State.Phase);
        Assert.Equal("WORKERLESS_INVALID_RESPONSE", run.State.Outcome!.ErrorCode);
    }

    [Fact]
    public void A_loss_that_is_told_twice_or_late_counts_once()
    {
        var run = new PlayedRun();
        run.Tell(new SliceLost(0, 1, "ENDPOINT_UNREACHABLE", "Nobody listened."));
        run.Tell(new SliceLost(0, 1, "ENDPOINT_UNREACHABLE", "Nobody listened."));
        Assert.Equal(1, run.State.LostInvokes);

        run.Pass(100);
        run.Tell(new SliceLost(0, 1, "ENDPOINT_UNREACHABLE", "Nobody listened."));
        Assert.Equal(1, run.State.LostInvokes);
    }

    [Fact]
    public void An_answer_to_a_slice_that_was_given_up_does_not_count_beside_the_one_that_is_sent_again()
    {
        var run = new PlayedRun();
        run.Lose();

        run.Answer(1, Specs.Completed());

        Assert.Equal(RunPhase.Running, run.State.Phase);
    }

    [Fact]
    public void A_clock_that_jumps_back_puts_the_end_of_a_lost_run_off_by_no_more_than_a_quarter_of_an_hour()
    {
        var run = new PlayedRun(world: new MachineWorld { NowMs = 100_000_000 });
        run.Lose();
        run.Pass(100);
        run.World.NowMs = 0;

        run.Lose(retryAfterMs: long.MaxValue);

        Assert.Equal(15 * 60_000, run.State.WakeAtMs);
    }
}
