using System.Text;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Runs;

public sealed class RetryTests
{
    private static readonly RetryPolicy Twice = new(2, 1_000, 60_000, BackoffKind.Exponential, 2);

    [Fact]
    public void A_failed_attempt_is_tried_again_after_its_pause_with_the_next_number()
    {
        var run = new PlayedRun(Specs.Run() with { Retries = Twice });
        _ = run.Transcript;

        run.Answer(Specs.Failed());
        run.Pass(1_000);

        Assert.Equal(
            """
            0 run_1: slice 1 failed: WORKERLESS_HANDLER_ERROR
                3 run.retry_scheduled {"attempt":1,"max_attempts":2,"retry_at_ms":1000,"error":{"code":"WORKERLESS_HANDLER_ERROR","message":"The lorry broke down."}}
                is retry_delayed until 1000
            1000 run_1: the time has come
                start slice 2
                is running
            """,
            run.Transcript);
        Assert.Equal(1, run.State.Attempt);

        run.Answer(Specs.Failed());

        Assert.Equal(
            """
            1000 run_1: slice 2 failed: WORKERLESS_HANDLER_ERROR
                4 workflow.failed {"error":{"code":"WORKERLESS_HANDLER_ERROR","message":"The lorry broke down."}}
                5 run.failed {"error":{"code":"WORKERLESS_HANDLER_ERROR","message":"The lorry broke down."}}
                is failed
            """,
            run.Transcript);
    }

    [Fact]
    public void A_failure_that_no_retry_can_help_ends_the_run_whatever_the_policy_says()
    {
        var run = new PlayedRun(Specs.Run() with { Retries = Twice });

        run.Answer(Specs.Failed(isRetryable: false));

        Assert.Equal(RunPhase.Failed, run.State.Phase);
    }

    [Fact]
    public void A_component_without_a_policy_is_not_tried_again()
    {
        var run = new PlayedRun();

        run.Answer(Specs.Failed());

        Assert.Equal(RunPhase.Failed, run.State.Phase);
    }

    [Fact]
    public void Steps_that_a_failed_attempt_finished_are_not_run_again()
    {
        var run = new PlayedRun(Specs.Run() with { Retries = new(3, 0, 0, BackoffKind.Constant, 1) });

        run.Answer(Specs.Failed() with { Checkpoint = """{"steps":{"pick":1}}"""u8.ToArray() });
        run.Pass(0);
        run.Answer(Specs.Failed());

        Assert.Equal("""{"steps":{"pick":1}}""", Encoding.UTF8.GetString(run.State.Checkpoint.Span));
    }

    [Fact]
    public void A_budget_slice_between_failures_does_not_give_a_run_further_attempts()
    {
        var run = new PlayedRun(Specs.Run() with { Retries = Twice });
        run.Answer(Specs.Failed());
        run.Pass(1_000);
        run.Answer(Specs.UsedUpItsBudget());

        run.Answer(Specs.Failed());

        Assert.Equal(RunPhase.Failed, run.State.Phase);
    }

    [Theory]
    [InlineData(BackoffKind.Constant, 1_000, 1_000, 1_000, 1_000)]
    [InlineData(BackoffKind.Linear, 1_000, 2_000, 3_000, 4_000)]
    [InlineData(BackoffKind.Exponential, 1_000, 3_000, 9_000, 10_000)]
    public void Pauses_grow_as_declared_and_not_over_the_longest(BackoffKind backoff, long first, long second, long third, long fourth) =>
        Assert.Equal([first, second, third, fourth], Enumerable.Range(1, 4).Select(failures => RetryDelay.After(failures, new(9, 1_000, 10_000, backoff, 3))));

    [Theory]
    [InlineData(long.MaxValue, long.MaxValue, 2, long.MaxValue)]
    [InlineData(long.MaxValue, 5, 2, 5)]
    [InlineData(-5, 100, 2, 0)]
    [InlineData(5, -100, 2, 0)]
    [InlineData(0, 100, double.PositiveInfinity, 0)]
    [InlineData(5, 100, double.NaN, 0)]
    [InlineData(5, 100, -2, 0)]
    [InlineData(5, 100, double.PositiveInfinity, 100)]
    public void A_manifest_that_lies_about_its_pauses_makes_no_time_before_now(long initialMs, long longestMs, double multiplier, long expected)
    {
        var policy = new RetryPolicy(1_000, initialMs, longestMs, BackoffKind.Exponential, multiplier);
        Assert.Equal(expected, RetryDelay.After(2, policy));

        var run = new PlayedRun(Specs.Run() with { Retries = policy }, new MachineWorld { NowMs = 1_000 });
        for (var failures = 0; failures < 3; failures++)
        {
            run.Answer(Specs.Failed());
            Assert.True(run.State.WakeAtMs >= run.World.NowMs);
            if (run.State.WakeAtMs == long.MaxValue)
                return;
            run.Pass(run.State.WakeAtMs!.Value - run.World.NowMs);
        }
    }
}
