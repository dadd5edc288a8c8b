using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class EndTests
{
    [Fact]
    public void A_cancelled_run_ends_at_once_whatever_is_on_its_way()
    {
        var run = new PlayedRun();
        _ = run.Transcript;

        run.Cancel("The customer called.");
        run.Answer(Specs.Completed());

        Assert.Equal(
            """
            0 run_1: somebody cancels: The customer called.
                abandon slice 1
                3 workflow.cancelled {"error":{"code":"CANCELLED","message":"The customer called."}}
                4 run.cancelled {"error":{"code":"CANCELLED","message":"The customer called."}}
                is cancelled
            0 run_1: slice 1 completed "shipped"
            """,
            run.Transcript);
    }

    [Fact]
    public void Only_a_slice_that_is_on_its_way_is_abandoned()
    {
        var run = new PlayedRun();
        run.Lose();

        run.Cancel();

        Assert.Empty(run.World.Outward.OfType<AbandonSlice>());
    }

    [Fact]
    public void Nothing_happens_to_a_run_that_has_ended()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Completed());
        var ended = run.State;

        run.Cancel();
        run.Reply("yes");
        run.Signal("paid");
        run.Lose();
        run.Restart();
        run.Answer(Specs.Failed());
        run.Tell(new TimeReached(long.MaxValue));
        run.Tell(new Superseded(0, "run_2"));

        Assert.Equal(ended, run.State);
        Assert.Equal(new("RUN_ENDED", "Run run_1 is completed already."), run.RefusalOf(new CancelAsked(0, "manual")));
    }

    [Fact]
    public void A_run_that_ended_wants_to_be_told_no_time_and_keeps_no_signal()
    {
        var run = new PlayedRun();
        run.Signal("paid");
        run.Answer(Specs.Sleeps(1_000));

        run.Cancel();

        Assert.Null(run.State.WakeAtMs);
        Assert.Null(run.State.Pause);
        Assert.Empty(run.State.EarlySignals);
        Assert.Equal(0, run.State.EndedAtMs);
    }

    [Fact]
    public void Text_that_is_not_Unicode_breaks_no_journal()
    {
        var run = new PlayedRun();

        run.Cancel("half \ud83d a smile");

        using var data = JsonDocument.Parse(run.World.Journals["run_1"][^1].Data);
        Assert.Equal("half \ufffd a smile", data.RootElement.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public void An_ended_run_keeps_nothing_that_only_a_next_slice_would_need()
    {
        var (completed, cancelled) = (new PlayedRun(), new PlayedRun());
        completed.Answer(Specs.Completed() with { Checkpoint = """{"steps":{"pick":1}}"""u8.ToArray(), Sessions = [new("chat", "{}"u8.ToArray())] });
        cancelled.Answer(Specs.Sleeps(1_000) with { Checkpoint = """{"steps":{"pick":1}}"""u8.ToArray() });
        cancelled.Cancel();

        Assert.True(completed.State.Checkpoint.IsEmpty);
        Assert.True(cancelled.State.Checkpoint.IsEmpty);
        Assert.Equal(["chat"], completed.World.Sessions.Keys);
    }
}
