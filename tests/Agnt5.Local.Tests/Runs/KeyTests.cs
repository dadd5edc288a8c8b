using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class KeyTests
{
    private static readonly FlowClaim Concurrency = Specs.Claim(FlowKind.Concurrency);
    private static readonly FlowClaim Singleton = Specs.Claim(FlowKind.Singleton);

    [Fact]
    public void A_run_whose_key_is_held_says_in_its_journal_what_it_waits_for_and_starts_when_the_key_is_free()
    {
        var world = new MachineWorld();
        var first = new PlayedRun(Specs.Run("run_1", Concurrency), world);
        _ = first.Transcript;
        var second = new PlayedRun(Specs.Run("run_2", Concurrency), world);

        Assert.Equal(
            """
            0 run_2 begins
                claims Concurrency "a-1"
                is queued
            0 run_2: waits for Concurrency "a-1"
                1 run.queued {"waits_for":"concurrency","scope":"component:workflow:ship_order","key":"a-1"}
            """,
            second.Transcript);

        first.Answer(Specs.Completed());

        Assert.Equal(
            """
            0 run_1: slice 1 completed "shipped"
                3 workflow.completed {"output":"shipped"}
                4 run.completed {"output":"shipped"}
                leaves Concurrency "a-1"
                is completed
            0 run_2: passes Concurrency "a-1"
                2 run.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                3 workflow.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                start slice 1
                is running
            """,
            first.Transcript);
    }

    [Fact]
    public void A_paused_run_lets_others_run_and_asks_for_its_key_again_before_it_goes_on()
    {
        var run = new PlayedRun(Specs.Run("run_1", Specs.Claim(FlowKind.Throttle, 1, 60_000), Singleton, Specs.Claim(FlowKind.MaxConcurrency), Concurrency));
        _ = run.Transcript;

        run.Answer(Specs.Sleeps(1_000));
        run.Pass(1_000);

        Assert.Equal(
            """
            0 run_1: slice 1 sleeps until 1000
                3 workflow.paused {"reason":"timer","timer_key":"sleep_1000ms","ready_at_ms":1000}
                leaves MaxConcurrency "a-1"
                leaves Concurrency "a-1"
                is paused until 1000
            1000 run_1: the time has come
                4 workflow.resumed {"reason":"timer"}
                claims MaxConcurrency "a-1"
                is queued
            1000 run_1: passes MaxConcurrency "a-1"
                claims Concurrency "a-1"
            1000 run_1: passes Concurrency "a-1"
                start slice 2
                is running
            """,
            run.Transcript);
    }

    [Fact]
    public void A_singleton_is_held_through_pauses_so_that_no_second_run_comes_between()
    {
        var world = new MachineWorld();
        var first = new PlayedRun(Specs.Run("run_1", Singleton), world);
        var second = new PlayedRun(Specs.Run("run_2", Singleton), world);

        first.Answer(Specs.Asks(0));
        Assert.Equal(RunPhase.Queued, second.State.Phase);

        first.Reply("yes");
        first.Answer(Specs.Completed());
        Assert.Equal(RunPhase.Running, second.State.Phase);
    }

    [Fact]
    public void A_delayed_retry_holds_up_nobody()
    {
        var world = new MachineWorld();
        var first = new PlayedRun(Specs.Run("run_1", Concurrency) with { Retries = new(2, 1_000, 1_000, BackoffKind.Constant, 1) }, world);
        var second = new PlayedRun(Specs.Run("run_2", Concurrency), world);

        first.Answer(Specs.Failed());
        Assert.Equal(RunPhase.Running, second.State.Phase);

        world.Pass(1_000);
        Assert.Equal(RunPhase.Queued, first.State.Phase);

        second.Answer(Specs.Completed());
        Assert.Equal(RunPhase.Running, first.State.Phase);
    }

    [Fact]
    public void A_budget_s_end_costs_a_run_neither_its_key_nor_its_place()
    {
        var world = new MachineWorld();
        var first = new PlayedRun(Specs.Run("run_1", Concurrency), world);
        _ = new PlayedRun(Specs.Run("run_2", Concurrency), world).Transcript;

        first.Answer(Specs.UsedUpItsBudget());

        Assert.Equal(
            """
            0 run_1: slice 1 used up its budget
                start slice 2
            """,
            first.Transcript);
    }

    [Fact]
    public void A_lost_invoke_keeps_its_key_because_the_endpoint_may_be_at_work()
    {
        var world = new MachineWorld();
        var first = new PlayedRun(Specs.Run("run_1", Concurrency), world);
        var second = new PlayedRun(Specs.Run("run_2", Concurrency), world);

        first.Lose();

        Assert.Equal(RunPhase.Running, first.State.Phase);
        Assert.Equal(RunPhase.Queued, second.State.Phase);
    }

    [Fact]
    public void A_run_that_is_cancelled_in_line_keeps_nobody_waiting()
    {
        var world = new MachineWorld();
        var first = new PlayedRun(Specs.Run("run_1", Singleton, Concurrency), world);
        var second = new PlayedRun(Specs.Run("run_2", Specs.Claim(FlowKind.Singleton, value: "\"b\""), Concurrency), world);
        var third = new PlayedRun(Specs.Run("run_3", Specs.Claim(FlowKind.Singleton, value: "\"b\"")), world);
        _ = second.Transcript;

        second.Cancel();

        Assert.Equal(
            """
            0 run_2: somebody cancels: manual
                2 run.cancelled {"error":{"code":"CANCELLED","message":"manual"}}
                leaves Concurrency "a-1"
                leaves Singleton "b"
                is cancelled
            0 run_3: passes Singleton "b"
                2 run.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                3 workflow.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                start slice 1
                is running
            """,
            second.Transcript);
        first.Answer(Specs.Completed());
        Assert.Equal(RunPhase.Running, third.State.Phase);
        Assert.DoesNotContain(world.Keys.Keys, static key => key.Kind == FlowKind.Concurrency);
    }

    [Fact]
    public void A_key_that_is_granted_to_a_run_while_that_is_cancelled_goes_to_the_next_one()
    {
        var world = new MachineWorld();
        _ = new PlayedRun(Specs.Run("run_1", Concurrency), world);
        var second = new PlayedRun(Specs.Run("run_2", Concurrency), world);
        var third = new PlayedRun(Specs.Run("run_3", Concurrency), world);
        _ = third.Transcript;

        world.TellLater("run_1", new CancelAsked(0, "manual"));
        world.TellLater("run_2", new CancelAsked(0, "manual"));
        world.ApplyAll();

        Assert.Contains("run_2: passes Concurrency", third.Transcript, StringComparison.Ordinal);
        Assert.Equal(RunPhase.Cancelled, second.State.Phase);
        Assert.Equal(RunPhase.Running, third.State.Phase);
    }

    [Fact]
    public void A_key_that_is_granted_twice_is_held_once()
    {
        var run = new PlayedRun(Specs.Run("run_1", Concurrency));
        _ = run.Transcript;

        run.Tell(new KeyGranted(0, Concurrency.Key));

        Assert.Equal("""0 run_1: passes Concurrency "a-1" """.TrimEnd(), run.Transcript);
    }

    [Fact]
    public void A_run_over_the_rate_limit_ends_without_having_reached_its_endpoint()
    {
        var world = new MachineWorld();
        var limit = Specs.Claim(FlowKind.RateLimit, 1, 60_000);
        _ = new PlayedRun(Specs.Run("run_1", limit), world).Transcript;
        var second = new PlayedRun(Specs.Run("run_2", limit), world);

        Assert.Equal("RATE_LIMITED", second.State.Outcome!.ErrorCode);
        Assert.Equal(RunPhase.Failed, second.State.Phase);
        Assert.Equal(["run.failed"], second.Journal);
        Assert.Null(second.State.StartedAtMs);
        Assert.Equal(0, second.State.Slice);
    }

    [Fact]
    public void Of_runs_that_come_in_a_burst_the_last_one_runs_and_the_others_say_which_took_their_place()
    {
        var world = new MachineWorld();
        var debounce = Specs.Claim(FlowKind.Debounce, windowMs: 2_000);
        var first = new PlayedRun(Specs.Run("run_1", debounce), world);
        world.Pass(1_999);
        _ = first.Transcript;
        var second = new PlayedRun(Specs.Run("run_2", debounce), world);
        world.Pass(2_000);

        Assert.Equal(
            """
            1999 run_2 begins
                claims Debounce "a-1"
                is queued
            1999 run_1: gives way to run_2
                2 run.cancelled {"error":{"code":"DEBOUNCED","message":"A later run of the same debounce key took this run's place: run_2."}}
                leaves Debounce "a-1"
                is cancelled
            1999 run_2: waits for Debounce "a-1"
                1 run.queued {"waits_for":"debounce","scope":"component:workflow:ship_order","key":"a-1"}
            3999 run_2: passes Debounce "a-1"
                2 run.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                3 workflow.started {"component_type":"workflow","component_name":"ship_order","deployment_id":"dep_1"}
                start slice 1
                is running
            """,
            second.Transcript);
    }

    [Fact]
    public void A_run_that_is_past_its_debounce_gives_way_to_nobody()
    {
        var run = new PlayedRun(Specs.Run("run_1", Specs.Claim(FlowKind.Debounce)));

        run.Tell(new Superseded(0, "run_2"));

        Assert.Equal(RunPhase.Running, run.State.Phase);
    }
}
