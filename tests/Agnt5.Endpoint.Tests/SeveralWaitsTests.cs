using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "Several waits at once".</summary>
public sealed class SeveralWaitsTests
{
    private const long Start = ManualTime.StartMs;

    [Theory]
    [InlineData("""["sleep 5000","sleep 3000"]""", "timer", "sleep-1", 3000)]
    [InlineData("""["sleep 3000","sleep 3000"]""", "timer", "sleep-0", 3000)]
    [InlineData("""["sleep 50000","retry 40000"]""", "timer", "retry-1", 40_000)]
    [InlineData("""["retry 50000","sleep 40000"]""", "timer", "sleep-1", 40_000)]
    public async Task The_earliest_timer_is_named_retries_included(string waits, string reason, string key, long readyInMs)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("wait_for_several", $$"""{"waits":{{waits}}}""").SliceAsync();

        answer.MustSuspend($$"""{"reason":"{{reason}}","ready_at_ms":{{Start + readyInMs}},"timer_key":"{{key}}"}""");
    }

    [Theory]
    [InlineData("""["sleep 1000","signal","ask"]""", "user_input_required", null, 1000, null)]
    [InlineData("""["signal","ask","ask"]""", "user_input_required", null, null, null)]
    [InlineData("""["sleep 9000","signal 5000","signal 1000"]""", "signal", "1", 1000, 5000)]
    [InlineData("""["sleep 9000","signal 1000","signal 5000"]""", "signal", "1", 5000, 1000)]
    [InlineData("""["ask 7000","signal 4000","sleep 9000"]""", "user_input_required", null, 4000, 7000)]
    [InlineData("""["ask 7000","ask 3000"]""", "user_input_required", null, 3000, 7000)]
    [InlineData("""["ask 7000","ask"]""", "user_input_required", null, null, 7000)]
    [InlineData("""["signal","retry 40000","sleep 50000"]""", "signal", "0", 40_000, null)]
    [InlineData("""["signal 60000","retry 40000"]""", "signal", "0", 40_000, 60_000)]
    public async Task A_question_comes_before_a_signal_before_a_timer_and_its_own_timeout_is_told_from_the_earliest_time_of_the_others(
        string waits, string reason, string? waitingStep, int? timeoutMs, int? waitTimeoutMs)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("wait_for_several", $$"""{"waits":{{waits}}}""").SliceAsync();

        Assert.Equal((reason, waitingStep), (answer.Json["reason"]!.GetValue<string>(), answer.Json["waiting_step"]?.GetValue<string>()));
        Assert.Equal((timeoutMs, waitTimeoutMs), (answer.Json["timeout_ms"]?.GetValue<int>(), answer.Json["wait_timeout_ms"]?.GetValue<int>()));
        if (reason == "user_input_required")
            Assert.Equal(0, answer.Json["pause_index"]!.GetValue<int>());
    }

    [Fact]
    public async Task Whatever_woke_the_run_everything_is_judged_again()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("wait_for_several", """{"waits":["ask","sleep 2000","signal"]}""");

        await run.SliceAsync();
        endpoint.Time.AdvanceMs(2000);

        // The metadata does not mention the timer. The clock shows that it is due.
        (await run.SliceAsync()).MustComplete("\"sleep 2000\"");
        endpoint.Time.SetBack(TimeSpan.FromHours(1));
        (await run.SliceAsync("""{"user_response":"too late","signal_name":"go","waiting_step":"2","signal_payload":"yes"}""")).MustComplete("\"sleep 2000\"");
    }

    [Fact]
    public async Task What_has_arrived_comes_before_what_is_due_and_a_replay_keeps_to_that()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("wait_for_several", """{"waits":["sleep 2000","signal"]}""");

        await run.SliceAsync();
        endpoint.Time.AdvanceMs(2000);
        (await run.SliceAsync("""{"signal_name":"go","waiting_step":"1","signal_payload":"yes"}""")).MustComplete("\"signal\"");

        (await run.SliceAsync()).MustComplete("\"signal\"");
    }

    [Fact]
    public async Task A_timeout_of_zero_is_over_at_once()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("wait_for_several", """{"waits":["ask 0"]}""");

        (await run.SliceAsync()).MustComplete("\"ask 0\"");
        run.MustHaveRecorded($$"""{"agnt5:since:answer:0":{{Start}},"agnt5:timeout:answer:0":true}""");
    }
}
