using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "Steps": compensated work stays undone, and unhandled failures are tried again.</summary>
public sealed class SagaTests
{
    [Theory]
    [InlineData("catches", "no truck")]
    [InlineData("cleans up", "no truck")]
    [InlineData("wraps", "not shipped")]
    [InlineData("waits for several", "no truck")]
    [InlineData("looks at the task", "no truck")]
    [InlineData("looks at the task of a method", "no truck")]
    [InlineData("keeps the exception", "no truck")]
    public async Task An_order_whose_hold_was_released_is_not_shipped_by_a_retry(string how, string message)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ship_order", $$"""{"how":"{{how}}"}""");

        (await run.SliceAsync()).MustFail(message, isFinal: true);

        Assert.True(run.Recorded.ContainsKey("release"));
        // A platform that tries again anyway finds the run unchanged.
        run.Attempt++;
        (await run.SliceAsync()).MustFail(message, isFinal: true);
        Assert.Single(endpoint.Notes, "ship");
        Assert.Single(endpoint.Notes, "release");
    }

    [Theory]
    [InlineData("asks a method")]
    [InlineData("asks several methods")]
    [InlineData("is given another exception")]
    public async Task A_failure_that_became_a_result_or_another_exception_is_thrown_again_to_a_retry(string how)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ship_order", $$"""{"how":"{{how}}"}""");

        (await run.SliceAsync()).MustFail("not shipped", isFinal: false);

        Assert.Null(run.Recorded["agnt5:failed:ship"]![0]!["attempt"]);
        run.Attempt++;
        (await run.SliceAsync()).MustFail("not shipped", isFinal: false);
        Assert.Single(endpoint.Notes, "ship");
        Assert.Single(endpoint.Notes, "release");
    }

    [Fact]
    public async Task An_order_whose_hold_is_released_in_a_later_slice_is_not_shipped_either()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ship_order", """{"how":"leaves the slice"}""");

        Assert.Equal("timer", (await run.SliceAsync()).Json["reason"]!.GetValue<string>());
        endpoint.Time.AdvanceMs(1000);
        run.Attempt++;

        (await run.SliceAsync()).MustFail("no truck", isFinal: true);
        Assert.Single(endpoint.Notes, "ship");
    }

    [Fact]
    public async Task Without_checkpoints_on_failure_a_run_that_compensated_is_not_retried_from_the_slice_before()
    {
        await using var endpoint = await DurableEndpoint.StartAsync(static options => options.CheckpointOnFailure = false);
        var run = endpoint.Run("compensate", """{"how":"throws its own"}""").From("""{"other":1}""");

        (await run.SliceAsync()).MustFail("its own", isFinal: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_branch_that_failed_is_tried_again_although_another_one_went_on(bool oneAtATime)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("pack_and_ship", $$"""{"oneAtATime":{{(oneAtATime ? "true" : "false")}}}""");

        (await run.SliceAsync()).MustFail("no truck", isFinal: false);
        Assert.True(run.Recorded.ContainsKey("box 3"));
        Assert.False(run.Recorded.ContainsKey("agnt5:failed:ship"));
        run.Attempt++;

        (await run.SliceAsync()).MustComplete("\"shipped\"");
        Assert.Equal(["box 1", "box 2", "box 3", "ship", "ship"], endpoint.Notes.Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_beside_a_sleep_is_tried_again_whether_or_not_checkpoints_of_failed_runs_are_kept(bool keeps)
    {
        await using var endpoint = await DurableEndpoint.StartAsync(options => options.CheckpointOnFailure = keeps);
        var run = endpoint.Run("charge_beside_a_wait", """{"asks":false}""");

        Assert.Equal(["went.wrong"], (await run.SliceAsync()).EventTypes);
        endpoint.Time.AdvanceMs(1000);
        (await run.SliceAsync()).MustFail("no truck", isFinal: false);
        run.Attempt++;

        var retried = await run.SliceAsync();
        retried.MustComplete("\"charged\"");
        Assert.Equal(["went.well", "charged"], retried.EventTypes);
        Assert.Equal(["ship", "ship"], endpoint.Notes);
        Assert.DoesNotContain("agnt5:failed:ship", retried.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_finds_the_branch_that_failed_as_it_was_though_attempts_count_slices()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("charge_beside_a_wait", """{"asks":true}""");

        await run.SliceAsync();
        run.Attempt++;
        var answered = await run.SliceAsync("""{"user_response":"yes","pause_index":"0"}""");

        answered.MustFail("no truck", isFinal: false);
        Assert.Equal(["ship"], endpoint.Notes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_retry_that_brings_the_answer_or_a_signal_once_more_tries_again_what_failed_beside_it(bool asks)
    {
        await using var endpoint = await DurableEndpoint.StartAsync(options => options.CheckpointOnFailure = false);
        var run = endpoint.Run("charge_beside_a_wait", $$"""{"asks":{{(asks ? "true" : "false")}}}""");
        var metadata = asks ? """{"user_response":"yes","pause_index":"0"}""" : """{"signal_name":"of.nobody","signal_payload":"1"}""";

        await run.SliceAsync();
        endpoint.Time.AdvanceMs(1000);
        (await run.SliceAsync(metadata)).MustFail("no truck", isFinal: false);
        run.Attempt++;
        // It may be the first one after the wait: platforms may count slices.
        (await run.SliceAsync(metadata)).MustFail("no truck", isFinal: false);
        run.Attempt++;

        (await run.SliceAsync(metadata)).MustComplete("\"charged\"");
        Assert.Equal(["ship", "ship"], endpoint.Notes);
    }
}
