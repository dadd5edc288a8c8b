using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "Signals".</summary>
public sealed class SignalTests
{
    private const long Start = ManualTime.StartMs;

    [Theory]
    [InlineData("go", null, "go", "agnt5:signal:go:go")]
    [InlineData("go", "loop-1", "loop-1", "agnt5:signal:go:loop-1")]
    [InlineData("a:b", "50%", "50%", "agnt5:signal:a%3Ab:50%25")]
    [InlineData("%3A", "é:", "é:", "agnt5:signal:%253A:é%3A")]
    public async Task A_signal_is_waited_for_by_name_and_step_and_recorded_under_both(string signal, string? step, string waitingStep, string key)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("await_anything", $$"""{"signal":"{{signal}}","step":{{(step is null ? "null" : $"\"{step}\"")}}}""");

        (await run.SliceAsync()).MustSuspend($$"""{"reason":"signal","signal_name":"{{signal}}","waiting_step":"{{waitingStep}}"}""");
        Assert.Empty(run.Recorded);
        (await run.SliceAsync($$"""{"signal_name":"{{signal}}","waiting_step":"{{waitingStep}}","signal_payload":"7"}""")).MustComplete("7");

        run.MustHaveRecorded($$"""{"{{key}}":7}""");
        (await run.SliceAsync("""{"signal_name":"other","signal_payload":"8"}""")).MustComplete("7");
    }

    [Theory]
    [InlineData("""{"a":[1, 2]}""", """{"a":[1,2]}""")]
    [InlineData("null", "null")]
    [InlineData(" true ", "true")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("not json", "\"not json\"")]
    [InlineData("1 2", "\"1 2\"")]
    [InlineData("", "\"\"")]
    [InlineData("{\"a\":", "\"{\\\"a\\\":\"")]
    public async Task A_payload_is_json_or_else_the_text_itself(string payload, string received)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("await_anything", """{"signal":"go"}""");
        var metadata = $$"""{"signal_name":"go","signal_payload":{{System.Text.Json.JsonSerializer.Serialize(payload)}}}""";

        (await run.SliceAsync(metadata)).MustComplete(received);
        run.MustHaveRecorded($$"""{"agnt5:signal:go:go":{{received}}}""");
        (await run.SliceAsync()).MustComplete(received);
    }

    [Fact]
    public async Task A_payload_of_null_is_an_answer_and_no_payload_is_none()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("await_text").SliceAsync("""{"signal_name":"go","signal_payload":"null"}""")).MustComplete("\"(null)\"");
        (await endpoint.Run("await_text").SliceAsync("""{"signal_name":"go","waiting_step":"go"}""")).MustSuspend("""{"reason":"signal","signal_name":"go","waiting_step":"go"}""");
    }

    [Theory]
    [InlineData("""{"signal_name":"went","signal_payload":"1"}""")]
    [InlineData("""{"signal_name":"go","waiting_step":"elsewhere","signal_payload":"1"}""")]
    [InlineData("""{"waiting_step":"go","signal_payload":"1"}""")]
    public async Task A_delivery_for_another_wait_leaves_this_one_open(string metadata)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("await_text");

        (await run.SliceAsync(metadata)).MustSuspend("""{"reason":"signal","signal_name":"go","waiting_step":"go"}""");

        Assert.Empty(run.Recorded);
    }

    [Theory]
    [InlineData("left", "right")]
    [InlineData("right", "left")]
    public async Task Two_signals_come_in_any_order_with_only_the_latest_in_a_request(string first, string second)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("await_two_shipments");

        (await run.SliceAsync()).MustSuspend("""{"reason":"signal","signal_name":"shipped","waiting_step":"left"}""");
        (await run.SliceAsync(Delivery(first))).MustSuspend($$"""{"reason":"signal","signal_name":"shipped","waiting_step":"{{second}}"}""");
        (await run.SliceAsync(Delivery(second))).MustComplete("\"by left,by right\"");

        (await run.SliceAsync()).MustComplete("\"by left,by right\"");

        static string Delivery(string step) =>
            $$"""{"signal_name":"shipped","waiting_step":"{{step}}","signal_payload":"{\"carrier\":\"by {{step}}\",\"parcels\":1}"}""";
    }

    [Fact]
    public async Task A_second_wait_for_the_same_signal_and_step_is_refused_before_it_takes_the_first_ones_delivery()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("await_the_same_twice").SliceAsync("""{"signal_name":"go","signal_payload":"1"}""")).MustFail("AGT4007", isFinal: true);
    }

    [Fact]
    public async Task A_second_wait_that_is_refused_is_not_told_to_be_a_call_of_another_method()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("try_the_same_twice").SliceAsync("""{"signal_name":"go","signal_payload":"1"}""");

        answer.MustFail("a different argument 'step'", isFinal: true);
        Assert.DoesNotContain("WaitForSignalAsync", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_that_times_out_stays_timed_out_whatever_comes_later()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("await_in_time");

        (await run.SliceAsync()).MustSuspend("""{"reason":"signal","signal_name":"go","waiting_step":"go","wait_timeout_ms":2000}""");
        run.MustHaveRecorded($$"""{"agnt5:since:signal:go:go":{{Start}}}""");
        endpoint.Time.AdvanceMs(2000);
        (await run.SliceAsync()).MustSuspend("""{"reason":"signal","signal_name":"go","waiting_step":"again"}""");
        run.MustHaveRecorded($$"""{"agnt5:since:signal:go:go":{{Start}},"agnt5:timeout:signal:go:go":true}""");
        (await run.SliceAsync("""{"signal_name":"go","signal_payload":"late"}""")).MustSuspend("""{"reason":"signal","signal_name":"go","waiting_step":"again"}""");

        var finished = await run.SliceAsync("""{"signal_name":"go","waiting_step":"again","signal_payload":"done"}""");
        finished.MustComplete("\"Signal 'go' did not come for 'go' within its timeout.; done\"");
    }

    [Theory]
    [InlineData(false, """{\"carrier\":\"secret words\",\"parcels\":\"many\"}""", "$.parcels: expected integer")]
    [InlineData(false, "secret words", "expected object")]
    [InlineData(true, """{\"name\":\"coffee\"}""", "$: is refused (KeyNotFoundException)")]
    public async Task A_payload_that_does_not_bind_is_the_same_failure_live_and_on_replay_and_is_not_retried(bool choice, string payload, string problem)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("await_with_care", $$"""{"choice":{{(choice ? "true" : "false")}}}""");

        var live = await run.SliceAsync($$"""{"signal_name":"go","signal_payload":"{{payload}}"}""");
        endpoint.Time.AdvanceMs(1000);
        var replayed = await run.SliceAsync();

        live.MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 1000}},"timer_key":"nap"}""");
        replayed.MustFail(problem, isFinal: true);
        replayed.MustFail("'go'", isFinal: true);
        Assert.Equal([replayed.Message!, replayed.Message!], endpoint.Notes);
        Assert.DoesNotContain("secret words", endpoint.Log.Text, StringComparison.Ordinal);
    }
}
