using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class AnswerTests
{
    [Fact]
    public void An_answer_takes_the_run_on_with_the_question_s_number_and_the_earlier_answers()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Asks(1));
        _ = run.Transcript;

        run.Reply("\"yes\"");

        Assert.Equal(
            """
            0 run_1: somebody answers "yes"
                4 workflow.resumed {"reason":"user_input_required","pause_index":1,"user_response":"\"yes\""}
                start slice 2
                is running
            """,
            run.Transcript);
        Assert.Equal(new GivenAnswer("\"yes\"", 1, """{"0":"yes"}"""), run.State.LatestAnswer);
    }

    [Fact]
    public void The_latest_answer_stays_for_later_slices()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Asks(0));
        run.Reply("yes");
        run.Answer(Specs.Sleeps(1_000));
        run.Pass(1_000);

        Assert.Equal(new GivenAnswer("yes", 0, null), run.State.LatestAnswer);
    }

    [Fact]
    public void An_answer_during_a_sleep_is_accepted_and_the_run_sleeps_on()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Sleeps(1_000));
        _ = run.Transcript;

        run.Reply("yes");

        Assert.Equal(
            """
            0 run_1: somebody answers yes
                4 run.notice {"message":"An answer came while the run asks no question. It is handed to the endpoint with the next slice, which may leave it unused."}
            """,
            run.Transcript);
        Assert.Equal(new GivenAnswer("yes", null, null), run.State.LatestAnswer);
        Assert.Equal(1_000, run.State.WakeAtMs);
    }

    [Fact]
    public void An_answer_during_a_sleep_approves_no_later_question()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Sleeps(1_000));
        run.Reply("yes");
        run.Pass(1_000);
        run.Answer(Specs.Asks(0));

        Assert.Equal(RunPhase.Paused, run.State.Phase);
    }

    [Fact]
    public void An_answer_to_a_run_in_line_is_refused_because_nobody_was_asked()
    {
        var world = new MachineWorld();
        _ = new PlayedRun(Specs.Run("run_1", Specs.Claim(FlowKind.Concurrency)), world);
        var run = new PlayedRun(Specs.Run("run_2", Specs.Claim(FlowKind.Concurrency)), world);

        run.Reply("yes");

        Assert.Equal("Run run_2 is queued. A run takes an answer while it is paused.", run.RefusalOf(new UserAnswered(0, "yes"))!.Message);
        Assert.Null(run.State.LatestAnswer);
    }

    [Fact]
    public void An_answer_that_is_sent_twice_answers_one_question()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Asks(0));
        run.Reply("yes");

        run.Reply("no");

        Assert.Equal("yes", run.State.LatestAnswer!.Response);
    }

    [Fact]
    public void An_answer_to_a_run_that_is_not_paused_is_refused_in_words()
    {
        var run = new PlayedRun();
        var answer = new UserAnswered(0, "yes");
        Assert.Equal(new("RUN_NOT_PAUSED", "Run run_1 is running. A run takes an answer while it is paused."), run.RefusalOf(answer));

        run.Answer(Specs.Asks(0));
        Assert.Null(run.RefusalOf(answer));

        run.Cancel();
        Assert.Equal("Run run_1 is cancelled. A run takes an answer while it is paused.", run.RefusalOf(answer)!.Message);
    }
}
