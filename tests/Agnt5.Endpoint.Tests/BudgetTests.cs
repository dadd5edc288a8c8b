using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "Budget": where a run yields.</summary>
public sealed class BudgetTests
{
    private const long Start = ManualTime.StartMs;

    [Theory]
    [InlineData(1001, null, false)]
    [InlineData(1000, null, true)]
    [InlineData(1000, "999", false)]
    [InlineData(999, "999", true)]
    [InlineData(1, "0", false)]
    [InlineData(0, "0", true)]
    [InlineData(-1, "0", true)]
    [InlineData(1000, "\"0\"", true)]
    public async Task A_yield_suspends_when_the_margin_before_the_deadline_is_reached(long inMs, string? margin, bool yields)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var marginField = margin is null ? "" : $",\"yield_before_timeout_ms\":{margin}";

        var answer = await endpoint.Run("yield_there").SliceAsync(budget: $$"""{"deadline_ms":{{Start + inMs}}{{marginField}}}""");

        if (yields)
            answer.MustSuspend($$"""{"reason":"budget","budget":{"deadline_ms":{{Start + inMs}} } }""");
        else
            answer.MustComplete("\"through\"");
    }

    [Theory]
    [InlineData(Start / 1000, "seconds")]
    [InlineData(Start * 1000, "microseconds")]
    public async Task A_deadline_in_another_unit_is_logged_because_the_slice_would_yield_at_once_or_never(long deadline, string unit)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        await endpoint.Run("yield_there").SliceAsync(budget: $$"""{"deadline_ms":{{deadline}}}""");

        Assert.Single(endpoint.Log.About($"budget.deadline_ms of an invoke looks like {unit}, and must be Unix time in milliseconds"));
    }

    [Theory]
    [InlineData(Start + 5000)]
    [InlineData(Start - 5000)]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public async Task A_deadline_in_milliseconds_is_not_commented_on(long deadline)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        await endpoint.Run("yield_there").SliceAsync(budget: $$"""{"deadline_ms":{{deadline}}}""");

        Assert.Empty(endpoint.Log.About("budget.deadline_ms"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"deadline_ms":0}""")]
    [InlineData("""{"deadline_ms":"1"}""")]
    [InlineData("""{"deadline_ms":null}""")]
    [InlineData("""{"deadline_ms":1e400}""")]
    [InlineData("""{"deadline_ms":1e300}""")]
    [InlineData("""{"deadline_ms":9223372036854775807}""")]
    public async Task A_run_without_a_deadline_that_comes_never_yields(string budget)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("three_steps").SliceAsync(budget: budget)).MustComplete("\"done\"");
        (await endpoint.Run("yield_there").SliceAsync(budget: budget)).MustComplete("\"through\"");
    }

    [Theory]
    [InlineData("-5", "-5")]
    [InlineData("1.5", "1.5")]
    public async Task A_deadline_goes_back_as_it_came(string deadline, string echoed)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("yield_there").SliceAsync(budget: $$"""{"deadline_ms":{{deadline}}}""");

        answer.MustSuspend($$"""{"reason":"budget","budget":{"deadline_ms":{{echoed}} } }""");
    }

    [Fact]
    public async Task Each_slice_that_is_late_runs_one_step_so_that_a_run_always_gets_on()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("three_steps");

        foreach (var deadline in new[] { 1000, -1, 500 })
        {
            var budget = $$"""{"deadline_ms":{{Start + deadline}}}""";
            if (deadline == 500)
                (await run.SliceAsync(budget: budget)).MustComplete("\"done\"");
            else
                (await run.SliceAsync(budget: budget)).MustSuspend($$"""{"reason":"budget","budget":{"deadline_ms":{{Start + deadline}} } }""");
        }

        Assert.Equal(["one", "two", "three"], endpoint.Notes);
    }

    [Fact]
    public async Task Of_two_steps_at_once_a_late_slice_runs_the_first_and_leaves_the_other_to_the_next()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("two_steps_at_once");

        (await run.SliceUntilAsync(10, yieldBeforeMs: 10)).MustSuspend($$"""{"reason":"budget","budget":{"deadline_ms":{{Start + 10}} } }""");
        Assert.Equal(["one"], endpoint.Notes);
        (await run.SliceUntilAsync(10, yieldBeforeMs: 10)).MustComplete("\"done\"");

        Assert.Equal(["one", "two"], endpoint.Notes);
    }

    [Fact]
    public async Task A_yield_may_give_its_own_reason_and_comes_before_an_open_question()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("yield_there", """{"reason":"page done"}""").SliceUntilAsync(1, 1)).MustSuspend($$"""{"reason":"page done","budget":{"deadline_ms":{{Start + 1}} } }""");
        (await endpoint.Run("yield_beside_a_question").SliceUntilAsync(1, 1)).MustSuspend($$"""{"reason":"enough","budget":{"deadline_ms":{{Start + 1}} } }""");
    }

    [Theory]
    [InlineData("timer")]
    [InlineData("signal")]
    [InlineData("user_input_required")]
    [InlineData(" ")]
    public async Task A_yield_must_not_look_like_a_wait_whether_the_budget_is_spent_or_not(string reason)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("yield_there", $$"""{"reason":"{{reason}}"}""").SliceAsync()).MustFail("reason", isFinal: false);
        (await endpoint.Run("yield_there", $$"""{"reason":"{{reason}}"}""").SliceUntilAsync(1, 1)).MustFail("reason", isFinal: false);
    }
}
