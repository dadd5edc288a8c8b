using System.Text;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class SliceTests
{
    [Fact]
    public void The_endpoint_s_events_stand_in_the_journal_as_they_came_and_before_what_follows_from_the_answer()
    {
        var run = new PlayedRun();
        _ = run.Transcript;

        run.Answer(Specs.Completed() with
        {
            Events =
            [
                new() { EventType = "picked", Data = """{"item":1}"""u8.ToArray(), StepKey = "pick" },
                new() { EventType = "packed", Metadata = new Dictionary<string, string> { ["box"] = "small" } },
            ],
        });

        Assert.Equal(
            """
            0 run_1: slice 1 completed "shipped"
                3 picked of pick {"item":1}
                4 packed; box = small
                5 workflow.completed {"output":"shipped"}
                6 run.completed {"output":"shipped"}
                is completed
            """,
            run.Transcript);
    }

    [Fact]
    public void The_first_answer_to_a_slice_counts_and_a_second_one_changes_nothing()
    {
        var run = new PlayedRun();
        run.Answer(1, Specs.UsedUpItsBudget());
        _ = run.Transcript;

        run.Answer(1, Specs.Completed("\"late\""));

        Assert.Equal("0 run_1: slice 1 completed \"late\"", run.Transcript);
        Assert.Equal(2, run.State.Slice);
    }

    [Fact]
    public void An_answer_to_a_slice_that_was_never_sent_ends_no_run()
    {
        var run = new PlayedRun();

        run.Answer(2, Specs.Completed());

        Assert.Equal(RunPhase.Running, run.State.Phase);
    }

    [Fact]
    public void A_response_without_a_checkpoint_throws_away_nothing_that_was_recorded()
    {
        var run = new PlayedRun();
        run.Answer(Specs.UsedUpItsBudget() with { Checkpoint = """{"steps":{"pick":1}}"""u8.ToArray() });
        run.Answer(Specs.UsedUpItsBudget());

        Assert.Equal("""{"steps":{"pick":1}}""", Encoding.UTF8.GetString(run.State.Checkpoint.Span));
    }

    [Fact]
    public void An_uploaded_output_is_named_and_not_repeated()
    {
        var run = new PlayedRun();
        _ = run.Transcript;

        run.Answer(new CompletedAnswer { OutputRef = "outputs/run_1" });

        Assert.Contains("""4 run.completed {"output_ref":"outputs/run_1"}""", run.Transcript, StringComparison.Ordinal);
        Assert.Equal("outputs/run_1", run.State.Outcome!.OutputRef);
    }

    [Fact]
    public void A_component_without_a_value_ends_without_an_output()
    {
        var run = new PlayedRun();
        _ = run.Transcript;

        run.Answer(new CompletedAnswer());

        Assert.Contains("4 run.completed {}", run.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_completed_answer_changes_a_session()
    {
        var run = new PlayedRun(Specs.Run() with { Retries = new(5, 0, 0, BackoffKind.Constant, 1) });
        KeyValuePair<string, ReadOnlyMemory<byte>> session = new("chat", "{}"u8.ToArray());

        run.Answer(Specs.UsedUpItsBudget() with { Sessions = [session] });
        run.Answer(Specs.Failed() with { Sessions = [session] });
        run.Pass(0);
        Assert.Empty(run.World.Sessions);

        run.Answer(Specs.Completed() with { Sessions = [session] });
        Assert.Equal(["chat"], run.World.Sessions.Keys);
    }

    [Fact]
    public void A_slice_that_a_dead_host_waited_for_is_sent_again_under_a_new_number_with_the_same_attempt()
    {
        var run = new PlayedRun();
        _ = run.Transcript;

        run.Restart();

        Assert.Equal(
            """
            0 run_1: the host begins anew
                3 run.invoke_lost {"slice":1,"sent_again_at_ms":0,"error":{"code":"HOST_RESTARTED","message":"The local AGNT5 was started anew while this slice was at the endpoint."}}
                start slice 2
            """,
            run.Transcript);
        Assert.Equal(0, run.State.Attempt);
        Assert.Equal(0, run.State.LostInvokes);
    }

    [Fact]
    public void A_new_host_sends_nothing_for_runs_that_wait_or_have_ended()
    {
        foreach (var answer in new SliceAnswer[] { Specs.Completed(), Specs.Sleeps(1_000), Specs.Asks(0), Specs.WaitsFor("paid") })
        {
            var run = new PlayedRun();
            run.Answer(answer);
            run.World.Outward.Clear();

            run.Restart();

            Assert.Empty(run.World.Outward);
        }

        var waitsToSend = new PlayedRun();
        waitsToSend.Lose();
        waitsToSend.World.Outward.Clear();
        waitsToSend.Restart();
        Assert.Empty(waitsToSend.World.Outward);
        waitsToSend.Pass(100);
        Assert.Equal([new StartSlice("run_1", 2)], waitsToSend.World.Outward);
    }
}
