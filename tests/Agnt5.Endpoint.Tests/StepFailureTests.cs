using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "Steps": which failures are recorded, and which leave a step to be tried again.</summary>
public sealed class StepFailureTests
{
    private const string BankIsSilent = """[{"type":"System.TimeoutException","message":"bank is silent","types":["System.SystemException"]}]""";

    [Fact]
    public async Task A_failure_that_was_caught_before_a_suspension_is_thrown_again_without_its_step()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("fail_then_nap");

        await run.SliceAsync();
        run.MustHaveRecorded($$"""{"agnt5:failed:charge":{{BankIsSilent}},"nap":{{ManualTime.StartMs}}}""");
        endpoint.Time.AdvanceMs(1000);

        const string Told = "charge System.TimeoutException bank is silent True True False";
        (await run.SliceAsync()).MustComplete($"\"{Told}\"");
        Assert.Equal(["charge", Told, Told], endpoint.Notes);
    }

    [Fact]
    public async Task A_branch_on_what_is_inside_of_a_failure_is_taken_again_on_replay()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("fail_inside");

        (await run.SliceAsync()).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{ManualTime.StartMs + 1000}},"timer_key":"nap"}""");
        endpoint.Time.AdvanceMs(1000);

        (await run.SliceAsync()).MustComplete("[true,true,true,false,true]");
    }

    [Fact]
    public async Task The_log_has_what_the_step_threw()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("compensate", """{"how":"throws it again"}""").SliceAsync()).MustFail("bank is silent", isFinal: true);

        Assert.Contains("---> System.TimeoutException: bank is silent", endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_stays_recorded_while_another_branch_waits_and_is_left_out_when_it_ends_the_run()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("fail_beside_a_signal");

        (await run.SliceAsync()).MustSuspend("""{"reason":"signal","signal_name":"go","waiting_step":"go"}""");
        run.MustHaveRecorded("""{"agnt5:failed:charge":[{"type":"System.TimeoutException","message":"bank is silent","types":["System.SystemException"],"attempt":0}],"agnt5:order":["agnt5:failed:charge"]}""");
        (await run.SliceAsync("""{"signal_name":"go","signal_payload":"now"}""")).MustFail("bank is silent", isFinal: false);

        Assert.Equal(["charge"], endpoint.Notes);
        run.MustHaveRecorded("""{"agnt5:signal:go:go":"now","agnt5:order":["agnt5:signal:go:go"]}""");
        await run.SliceAsync();
        Assert.Equal(["charge", "charge"], endpoint.Notes);
    }

    [Fact]
    public async Task A_key_may_be_tried_again_after_a_caught_failure_and_each_failure_is_replayed_once()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("try_again_and_again");

        (await run.SliceAsync()).MustComplete("\"charged at 3\"");
        run.MustHaveRecorded("""
            {"charge":"charged at 3","agnt5:failed:charge":[{"type":"System.TimeoutException","message":"silence 1","types":["System.SystemException"]},{"type":"System.TimeoutException","message":"silence 2","types":["System.SystemException"]}]}
            """);
        (await run.SliceAsync()).MustComplete("\"charged at 3\"");

        Assert.Equal(["charge", "charge", "charge"], endpoint.Notes);
    }

    [Theory]
    [InlineData("throws it again", "bank is silent", true)]
    [InlineData("wraps it", "wrapped", true)]
    [InlineData("gathers it", "first", true)]
    [InlineData("throws its own", "its own", false)]
    public async Task A_step_whose_failure_was_compensated_is_never_run_again(string how, string message, bool isFinal)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("compensate", $$"""{"how":"{{how}}"}""");

        (await run.SliceAsync()).MustFail(message, isFinal);

        Assert.True(run.Recorded.ContainsKey("refund"));
        Assert.True(run.Recorded.ContainsKey("agnt5:failed:charge"));
        Assert.Contains("agnt5:failed:charge", run.Recorded["agnt5:order"]!.ToJsonString(), StringComparison.Ordinal);
        run.Attempt++;
        (await run.SliceAsync()).MustFail(message, isFinal);
        Assert.Equal(["charge"], endpoint.Notes);
    }

    [Fact]
    public async Task A_failure_after_which_the_workflow_did_nothing_durable_leaves_the_step_to_the_retry()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("compensate", """{"how":"nothing"}""");

        (await run.SliceAsync()).MustFail("its own", isFinal: false);

        Assert.False(run.Recorded.ContainsKey("agnt5:failed:charge"));
        Assert.DoesNotContain("agnt5:failed:charge", run.Recorded["agnt5:order"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_checkpoints_on_failure_a_failed_run_still_sends_its_events()
    {
        await using var endpoint = await DurableEndpoint.StartAsync(static options => options.CheckpointOnFailure = false);

        var answer = await endpoint.Run("compensate", """{"how":"throws its own"}""").SliceAsync();

        answer.MustFail("its own", isFinal: false);
        Assert.Null(answer.Json["checkpoint"]);
        Assert.Equal(["compensated"], answer.EventTypes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_that_cannot_say_what_happened_costs_neither_the_run_nor_the_process(bool isCaught)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("fail_in_silence", $$"""{"isCaught":{{(isCaught ? "true" : "false")}}}""");

        var answer = await run.SliceAsync();

        if (!isCaught)
        {
            answer.MustFail("without a message", isFinal: false);
            return;
        }

        answer.MustComplete("\"done\"");
        (await run.SliceAsync()).MustComplete("\"done\"");
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[7]")]
    [InlineData("""[{"type":"T"}]""")]
    public async Task A_record_of_failures_that_cannot_be_read_ends_the_run(string record)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("fail_then_nap").From($$"""{"agnt5:failed:charge":{{record}}}""").SliceAsync()).MustFail("agnt5:failed:charge", isFinal: true);
    }
}
