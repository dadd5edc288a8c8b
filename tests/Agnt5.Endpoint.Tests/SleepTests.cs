using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "Timers".</summary>
public sealed class SleepTests
{
    private const long Start = ManualTime.StartMs;

    [Fact]
    public async Task A_run_sleeps_until_the_time_that_its_first_slice_set_however_often_it_is_woken()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("nap", """{"ticks":36000000000,"name":"nap"}""");
        var wait = $$"""{"reason":"timer","ready_at_ms":{{Start + 3_600_000}},"timer_key":"nap"}""";

        (await run.SliceAsync()).MustSuspend(wait);
        run.MustHaveRecorded($$"""{"nap":{{Start}}}""");
        endpoint.Time.AdvanceMs(3_599_999);
        (await run.SliceAsync()).MustSuspend(wait);
        run.MustHaveRecorded($$"""{"nap":{{Start}}}""");

        endpoint.Time.AdvanceMs(1);
        (await run.SliceAsync()).MustComplete("\"awake\"");
        run.MustHaveRecorded($$"""{"nap":{{Start}},"agnt5:fired:nap":true}""");
    }

    [Theory]
    [InlineData(10_000, "sleep_1ms", 1)]
    [InlineData(1, "sleep_1ms", 1)]
    [InlineData(15_000, "sleep_2ms", 2)]
    [InlineData(864_000_000_000_000, "sleep_86400000000ms", 86_400_000_000)]
    [InlineData(long.MaxValue, "sleep_922337203685478ms", 922_337_203_685_478)]
    public async Task A_sleep_without_a_name_is_called_by_its_milliseconds_and_is_never_shorter_than_asked(long ticks, string key, long milliseconds)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("nap", $$"""{"ticks":{{ticks}}}""").SliceAsync();

        answer.MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + milliseconds}},"timer_key":"{{key}}"}""");
    }

    [Fact]
    public async Task A_sleep_of_no_length_neither_suspends_nor_records_and_a_negative_one_is_refused()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var zero = await endpoint.Run("nap", """{"ticks":0,"name":"nap"}""").SliceAsync();

        Assert.Equal("""{"status":"completed","output":"awake"}""", zero.Text);
        (await endpoint.Run("nap", """{"ticks":-1,"name":"nap"}""").SliceAsync()).MustFail("duration", isFinal: false);
        (await endpoint.Run("nap", """{"ticks":1,"name":"agnt5:nap"}""").SliceAsync()).MustFail("agnt5:", isFinal: false);
    }

    [Fact]
    public async Task Sleeps_of_one_length_each_take_their_time_also_when_the_clock_runs_backwards_between_slices()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("nap_again");

        await SleepsAsync("sleep_1000ms", 1000);
        await SleepsAsync("sleep_1000ms:2", 1000);
        await SleepsAsync("sleep_2000ms", 2000);
        await SleepsAsync("sleep_1000ms:3", 1000);
        endpoint.Time.SetBack(TimeSpan.FromDays(1));
        // The last sleep is not recorded as due yet, the others are.
        (await run.SliceAsync()).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 5000}},"timer_key":"sleep_1000ms:3"}""");
        run.MustHaveRecorded($$"""
            {"sleep_1000ms":{{Start}},"agnt5:fired:sleep_1000ms":true,"sleep_1000ms:2":{{Start + 1000}},"agnt5:fired:sleep_1000ms%3A2":true,
             "sleep_2000ms":{{Start + 2000}},"agnt5:fired:sleep_2000ms":true,"sleep_1000ms:3":{{Start + 4000}}}
            """);

        async Task SleepsAsync(string key, long milliseconds)
        {
            var readyAt = endpoint.Time.NowMs + milliseconds;
            (await run.SliceAsync()).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{readyAt}},"timer_key":"{{key}}"}""");
            endpoint.Time.AdvanceMs(milliseconds);
        }
    }

    [Fact]
    public async Task Sleeps_until_a_time_are_numbered_in_call_order_and_those_of_the_past_are_over_for_good()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("nap_until", $$"""{"timesMs":[{{Start}},{{Start + 1000}},{{Start - 1000}},{{Start + 2000}}]}""");

        (await run.SliceAsync()).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 1000}},"timer_key":"sleep_until_1"}""");
        Assert.Equal(Start + 1000, run.Recorded["sleep_until_1"]!.GetValue<long>());
        endpoint.Time.SetBack(TimeSpan.FromHours(1));
        (await run.SliceAsync()).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 1000}},"timer_key":"sleep_until_1"}""");
        endpoint.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        (await run.SliceAsync()).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 2000}},"timer_key":"sleep_until_3"}""");
        endpoint.Time.AdvanceMs(1000);
        (await run.SliceAsync()).MustComplete("\"awake\"");
    }

    [Theory]
    [InlineData("nap", """{"ticks":10000,"name":"nap"}""")]
    [InlineData("nap_until", """{"timesMs":[1],"name":"nap"}""")]
    public async Task A_record_of_a_sleep_that_is_no_time_ends_the_run_instead_of_changing_its_course(string workflow, string input)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        foreach (var record in new[] { "\"soon\"", "1.5", "null", "true", "[1]", "1e30" })
            (await endpoint.Run(workflow, input).From($$"""{"nap":{{record}}}""").SliceAsync()).MustFail("'nap'", isFinal: true);
    }

    [Fact]
    public async Task A_time_that_is_recorded_counts_and_not_the_one_that_changed_code_asks_for()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("nap_until", """{"timesMs":[1],"name":"nap"}""").From($$"""{"nap":{{Start + 7}}}""").SliceAsync();

        answer.MustSuspend($$"""{"reason":"timer","ready_at_ms":{{Start + 7}},"timer_key":"nap"}""");
    }

    [Fact]
    public async Task A_sleep_that_comes_due_while_a_step_of_another_branch_runs_wakes_the_workflow_in_the_same_slice()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("nap_beside_a_step");

        var slice = run.SliceAsync();
        await endpoint.Gates.WhenReachedAsync("slow");
        await endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(5));
        endpoint.Time.AdvanceMs(5000);
        await endpoint.Gates.WhenReachedAsync("after");
        endpoint.Gates.Open("after");
        endpoint.Gates.Open("slow");

        (await slice).MustComplete("\"nap\"");
        (await run.SliceAsync()).MustComplete("\"nap\"");
    }
}
