using System.Net;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Retries of steps, in the slice and as timers (protocol section 6, <c>agnt5:retry</c>).</summary>
public sealed class RetryTests
{
    private const long Start = ManualTime.StartMs;

    [Theory]
    [InlineData("Constant", 1000, 60_000, new[] { 1000, 1000, 1000 })]
    [InlineData("Linear", 1000, 60_000, new[] { 1000, 2000, 3000 })]
    [InlineData("Exponential", 1000, 60_000, new[] { 1000, 2000, 4000 })]
    [InlineData("Exponential", 1000, 1500, new[] { 1000, 1500, 1500 })]
    [InlineData("Linear", 3000, 2000, new[] { 2000, 2000, 2000 })]
    public async Task A_step_is_tried_again_after_the_waits_of_its_backoff(string backoff, int initialMs, int maxMs, int[] waitsMs)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("flaky", Plan(4, initialMs, maxMs, backoff, succeedsAt: 4));

        var slice = run.SliceAsync();
        foreach (var wait in waitsMs.Select(static wait => TimeSpan.FromMilliseconds(wait)))
        {
            await endpoint.Time.WhenTimerIsSetAsync(wait);
            endpoint.Time.Advance(wait);
        }

        (await slice).MustComplete("\"attempt 4\"");
        Assert.Equal(["attempted", "attempted", "attempted", "attempted"], (await slice).EventTypes);
        run.MustHaveRecorded("""{"charge:card":"attempt 4"}""");
        Assert.Equal(3, endpoint.Log.About("the next attempt starts in").Count());
    }

    [Theory]
    [InlineData(1, false, false, "attempt 1 failed", 1)]
    [InlineData(3, false, false, "attempt 3 failed", 3)]
    [InlineData(3, true, false, "attempt 1 failed", 1)]
    [InlineData(3, false, true, "stolen card", 1)]
    public async Task A_step_fails_for_good_after_its_last_attempt_or_when_another_cannot_help(int maxAttempts, bool onlyTimeouts, bool isFinal, string message, int attempts)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("flaky", Plan(maxAttempts, 0, 0, "Constant", succeedsAt: 9, onlyTimeouts, isFinal));

        (await run.SliceAsync()).MustComplete($"\"failed: {message}\"");

        Assert.Equal(attempts, endpoint.Notes.Count);
        (await run.SliceAsync()).MustComplete($"\"failed: {message}\"");
        Assert.Equal(attempts, endpoint.Notes.Count);
    }

    [Fact]
    public async Task A_wait_that_does_not_fit_the_budget_becomes_a_timer_and_the_next_slice_goes_on_with_the_next_attempt()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("flaky", Plan(3, 10_000, 60_000, "Exponential", succeedsAt: 3));

        // 10 s and the margin of 1 s end exactly at the deadline: they do not fit.
        var first = await run.SliceUntilAsync(11_000, yieldBeforeMs: 1000);
        first.MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 10_000}},"timer_key":"charge:card"}""");
        Assert.Equal(["attempted"], first.EventTypes);
        run.MustHaveRecorded($$"""{"agnt5:retry:charge%3Acard":{"attempt":1,"ready_at_ms":{{Start + 10_000}} } }""");

        endpoint.Time.AdvanceMs(9999);
        (await run.SliceUntilAsync(11_000)).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 10_000}},"timer_key":"charge:card"}""");
        Assert.Single(endpoint.Notes);

        endpoint.Time.AdvanceMs(1);
        (await run.SliceUntilAsync(11_000)).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 30_000}},"timer_key":"charge:card"}""");
        run.MustHaveRecorded($$"""{"agnt5:retry:charge%3Acard":{"attempt":2,"ready_at_ms":{{Start + 30_000}} } }""");

        endpoint.Time.AdvanceMs(20_000);
        (await run.SliceUntilAsync(11_000)).MustComplete("\"attempt 3\"");
        run.MustHaveRecorded("""{"charge:card":"attempt 3"}""");
        Assert.Equal(3, endpoint.Notes.Count);
    }

    [Fact]
    public async Task A_wait_that_fits_the_budget_by_a_millisecond_stays_in_the_slice()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var slice = endpoint.Run("flaky", Plan(2, 10_000, 60_000, "Constant", succeedsAt: 2)).SliceUntilAsync(11_001, yieldBeforeMs: 1000);
        await endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(10));
        endpoint.Time.AdvanceMs(10_000);

        (await slice).MustComplete("\"attempt 2\"");
    }

    [Fact]
    public async Task Without_a_budget_a_request_is_not_held_for_a_wait_of_more_than_half_a_minute()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("flaky", Plan(2, 30_001, 60_000, "Constant", succeedsAt: 2)).SliceAsync();

        answer.MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 30_001}},"timer_key":"charge:card"}""");
    }

    [Fact]
    public async Task A_failure_after_the_last_attempt_of_a_later_slice_ends_the_retries()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("flaky", Plan(2, 40_000, 60_000, "Constant", succeedsAt: 9));

        await run.SliceAsync();
        endpoint.Time.AdvanceMs(40_000);
        (await run.SliceAsync()).MustComplete("\"failed: attempt 2 failed\"");

        run.MustHaveRecorded("""{"compensate":null,"agnt5:failed:charge%3Acard":[{"type":"System.InvalidOperationException","message":"attempt 2 failed","types":["System.SystemException"]}]}""");
    }

    [Fact]
    public async Task An_attempt_that_fails_at_the_deadline_costs_the_step_none_of_its_attempts()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("breaks_at_the_deadline");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("charge");
        endpoint.Time.AdvanceMs(5000);
        await endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromMilliseconds(250));
        endpoint.Gates.Open("charge");

        (await slice).MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        run.MustHaveRecorded("{}");
        (await run.SliceUntilAsync(5000)).MustComplete("\"charged\"");
    }

    [Theory]
    [InlineData("7")]
    [InlineData("""{"attempt":1}""")]
    [InlineData("""{"attempt":"1","ready_at_ms":1}""")]
    public async Task A_record_of_a_retry_that_cannot_be_read_ends_the_run(string record)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("flaky", Plan(2, 0, 0, "Constant", succeedsAt: 1)).From($$"""{"agnt5:retry:charge%3Acard":{{record}}}""");

        (await run.SliceAsync()).MustFail("agnt5:retry:charge%3Acard", isFinal: true);
    }

    [Theory]
    [InlineData("MaxAttempts")]
    [InlineData("InitialInterval")]
    [InlineData("MaxInterval")]
    public async Task An_option_that_cannot_work_is_named(string how)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("retry_wrongly", $$"""{"how":"{{how}}"}""").SliceAsync()).MustFail(how, isFinal: false);
    }

    private static string Plan(int maxAttempts, int initialMs, int maxMs, string backoff, int succeedsAt, bool onlyTimeouts = false, bool isFinal = false) => $$"""
        {"maxAttempts":{{maxAttempts}},"initialMs":{{initialMs}},"maxMs":{{maxMs}},"backoff":"{{backoff}}","succeedsAt":{{succeedsAt}},
         "onlyTimeouts":{{(onlyTimeouts ? "true" : "false")}},"isFinal":{{(isFinal ? "true" : "false")}}}
        """;
}
