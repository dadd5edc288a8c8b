using System.Text;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class SkipTests
{
    [Fact]
    public void A_sleep_that_is_skipped_ends_now_and_the_journal_says_what_was_left_of_it()
    {
        var run = new PlayedRun(world: new MachineWorld { NowMs = 1_000 });
        run.Answer(Specs.Sleeps(3_601_000, "cool_down", """{"steps":{"charge":"paid","cool_down":1000}}"""));
        _ = run.Transcript;

        run.World.NowMs = 61_000;
        run.Skip();

        Assert.Equal(
            """
            61000 run_1: somebody skips the sleep
                4 workflow.resumed {"reason":"timer","skipped_ms":3540000}
                start slice 2
                is running
            """,
            run.Transcript);
        // The endpoint counts an hour from here, and finds that it is over at 61,000.
        Assert.Equal("""{"steps":{"charge":"paid","cool_down":-3539000}}""", CheckpointOf(run));
    }

    [Theory]
    // A start or a target, in whatever place, between whatever else.
    [InlineData("nap", """{ "agent_sessions" : {"nap":1}, "steps" : { "a" : {"nap":2} , "nap" : 5000 } }""", """{ "agent_sessions" : {"nap":1}, "steps" : { "a" : {"nap":2} , "nap" : 2000 } }""")]
    // The last one of two counts, as for every reader of JSON.
    [InlineData("nap", """{"steps":{"nap":1,"nap":5000}}""", """{"steps":{"nap":1,"nap":2000}}""")]
    // A name that is written in another way is the same name.
    [InlineData("nåp", """{"steps":{"n\u00e5p":5000}}""", """{"steps":{"n\u00e5p":2000}}""")]
    // The next attempt of a step.
    [InlineData("charge:a", """{"steps":{"agnt5:retry:charge%3Aa":{"attempt":1,"ready_at_ms":5000}}}""", """{"steps":{"agnt5:retry:charge%3Aa":{"attempt":1,"ready_at_ms":2000}}}""")]
    // As early as times get.
    [InlineData("nap", """{"steps":{"nap":-9223372036854775000}}""", """{"steps":{"nap":-9223372036854775808}}""")]
    public void What_the_endpoint_recorded_of_the_timer_is_moved_back_and_nothing_else(string timerKey, string recorded, string moved) =>
        Assert.Equal(moved, Text(SkippedTimer.In(Encoding.UTF8.GetBytes(recorded), timerKey, leftMs: 3_000)));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"steps":[]}""")]
    [InlineData("""{"steps":{"other":5000}}""")]
    [InlineData("""{"steps":{"nap":"5000"}}""")]
    [InlineData("""{"steps":{"nap":5000.5}}""")]
    [InlineData("""{"steps":{"nap":{"ready_at_ms":5000}}}""")]
    [InlineData("""{"steps":{"agnt5:retry:nap":7}}""")]
    [InlineData("""{"steps":{"\ud800":1}}""")]
    [InlineData("""{"steps":{"nap":""")]
    public void A_checkpoint_without_a_time_of_the_timer_stays_as_it_is(string checkpoint) =>
        Assert.Null(SkippedTimer.In(Encoding.UTF8.GetBytes(checkpoint), "nap", leftMs: 3_000));

    [Fact]
    public void An_endpoint_that_recorded_nothing_is_asked_now_and_the_journal_says_that_it_may_sleep_on()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Sleeps(1_000));
        _ = run.Transcript;

        run.Skip();

        Assert.Equal(
            """
            0 run_1: somebody skips the sleep
                4 run.notice {"message":"The checkpoint has no time of the timer 'sleep_1000ms' that could be moved. The endpoint is asked now, and may sleep on."}
                5 workflow.resumed {"reason":"timer","skipped_ms":1000}
                start slice 2
                is running
            """,
            run.Transcript);
    }

    [Fact]
    public void A_sleep_that_is_skipped_twice_ends_once()
    {
        var run = new PlayedRun();
        run.Answer(Specs.Sleeps(1_000));

        run.Skip();
        run.Skip();
        run.Pass(1_000);

        Assert.Equal(2, run.State.Slice);
    }

    [Fact]
    public void A_run_that_others_took_the_place_of_waits_for_its_turn()
    {
        var world = new MachineWorld();
        var run = new PlayedRun(Specs.Run("run_1", Specs.Claim(FlowKind.Concurrency)), world);
        run.Answer(Specs.Sleeps(1_000));
        _ = new PlayedRun(Specs.Run("run_2", Specs.Claim(FlowKind.Concurrency)), world);

        run.Skip();

        Assert.Equal(RunPhase.Queued, run.State.Phase);
    }

    [Fact]
    public void What_does_not_sleep_is_refused_in_words()
    {
        var run = new PlayedRun();
        Assert.Equal("Run run_1 is running. A run whose sleep can be skipped is paused for a timer.", Refusal(run));

        run.Answer(Specs.Asks(0));
        Assert.Equal("Run run_1 is paused and waits for an answer. A run whose sleep can be skipped is paused for a timer.", Refusal(run));

        run.Reply("yes");
        run.Answer(Specs.WaitsFor("paid"));
        Assert.Equal("Run run_1 is paused and waits for the signal 'paid'. A run whose sleep can be skipped is paused for a timer.", Refusal(run));
        run.Skip();
        Assert.Equal(RunPhase.Paused, run.State.Phase);

        run.Cancel();
        Assert.Equal("RUN_NOT_SLEEPING", run.RefusalOf(new SkipAsked(0))!.Code);
    }

    private static string? Refusal(PlayedRun run) => run.RefusalOf(new SkipAsked(0))?.Message;

    private static string CheckpointOf(PlayedRun run) => Encoding.UTF8.GetString(run.State.Checkpoint.Span);

    private static string? Text(byte[]? json) => json is null ? null : Encoding.UTF8.GetString(json);
}
