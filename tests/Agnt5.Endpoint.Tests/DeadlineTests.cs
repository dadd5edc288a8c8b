using System.Net;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, "Budget": the work that the deadline cuts off.</summary>
public sealed class DeadlineTests
{
    private const long Start = ManualTime.StartMs;
    private const string Late = """{"reason":"budget","budget":{"deadline_ms":1900000005000}}""";

    [Theory]
    [InlineData("observes")]
    [InlineData("fails in its own way")]
    [InlineData("fails with retries")]
    public async Task A_step_that_the_deadline_cuts_stays_pending_unseen_by_the_workflow_and_runs_again(string how)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("slow_after_quick", $$"""{"quick":true,"how":"{{how}}"}""");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("slow");
        endpoint.Time.AdvanceMs(5000);
        var cut = await slice;

        cut.MustSuspend(Late);
        Assert.Empty(cut.EventTypes);
        Assert.Empty(endpoint.Notes);
        run.MustHaveRecorded("""{"quick":null}""");
        endpoint.Gates.Open("slow");
        var finished = await run.SliceUntilAsync(5000);
        finished.MustComplete("\"slow\"");
        Assert.Equal(["slow.begun", "slow.ended"], finished.EventTypes);
    }

    [Fact]
    public async Task A_step_that_needs_more_than_the_whole_budget_is_named_instead_of_being_tried_for_ever()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("slow_after_quick", """{"quick":true,"how":"observes"}""").From("""{"quick":null}""");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("slow");
        endpoint.Time.AdvanceMs(5000);

        var answer = await slice;
        answer.MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        Assert.Contains("'slow'", answer.Message, StringComparison.Ordinal);
        Assert.Null(answer.Json["error"]!["retryable"]);
        run.MustHaveRecorded("""{"quick":null}""");
        Assert.Empty(endpoint.Notes);
    }

    [Fact]
    public async Task A_step_that_ignores_its_token_is_given_up_after_a_quarter_of_a_second_and_what_it_still_does_is_lost()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("slow_after_quick", """{"quick":true,"how":"ignores"}""");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("slow");
        endpoint.Time.AdvanceMs(5000);
        await endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromMilliseconds(250));
        endpoint.Time.AdvanceMs(249);
        Assert.False(slice.IsCompleted);
        // The timer of 250 ms watches the thread. The one that gives the step up is set by the slice, maybe only now.
        await endpoint.Time.AdvanceUntilAsync(slice, TimeSpan.FromMilliseconds(1));
        var cut = await slice;

        cut.MustSuspend(Late);
        Assert.Empty(cut.EventTypes);
        run.MustHaveRecorded("""{"quick":null}""");
        // The step goes on with its services, which are disposed after it ends.
        endpoint.Gates.Open("slow");
        await endpoint.Log.WaitForAsync("given up");
        await endpoint.WhenNotedAsync("scope disposed");
        Assert.Equal(["still has its services", "scope disposed"], endpoint.Notes);
    }

    [Fact]
    public async Task A_step_that_ends_within_the_quarter_of_a_second_is_recorded()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("slow_after_quick", """{"quick":false,"how":"ignores"}""");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("slow");
        endpoint.Time.AdvanceMs(5000);
        await endpoint.Time.WhenTimerIsSetAsync(TimeSpan.FromMilliseconds(250));
        endpoint.Gates.Open("slow");

        var answer = await slice;
        answer.MustSuspend(Late);
        Assert.Equal(["slow.begun", "slow.ended"], answer.EventTypes);
        run.MustHaveRecorded("""{"slow":"slow"}""");
    }

    [Fact]
    public async Task A_step_cut_beside_a_signal_makes_the_run_come_back_and_not_wait_for_the_signal()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("slow_beside_a_signal");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.PassAsync("slow is running");
        var advance = Task.Run(() => endpoint.Time.AdvanceMs(5000));
        var answer = await slice;
        endpoint.Gates.Open("callbacks");
        await advance;

        answer.MustSuspend(Late);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Work_outside_of_steps_ends_with_the_slice_at_the_deadline(bool recordsSomething)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("slow_outside_of_steps", $$"""{"quick":{{(recordsSomething ? "true" : "false")}}}""");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("outside");
        endpoint.Time.AdvanceMs(5000);
        var answer = await slice;

        if (recordsSomething)
        {
            answer.MustSuspend(Late);
            return;
        }

        answer.MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        Assert.Contains("outside its steps", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("function", "slow_call", "observes")]
    [InlineData("function", "slow_call", "fails in its own way")]
    [InlineData("tool", "slow_tool", "observes")]
    [InlineData("tool", "slow_tool", "fails in its own way")]
    public async Task A_call_that_observes_its_token_is_cut_at_the_deadline(string type, string name, string how)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var call = endpoint.Run(name, $$"""{"how":"{{how}}"}""", type).SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("slow");
        endpoint.Time.AdvanceMs(5000);

        (await call).MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        Assert.Equal(["call.begun"], (await call).EventTypes);
    }

    [Fact]
    public async Task A_call_that_gives_what_it_has_at_the_deadline_completes()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var call = endpoint.Run("slow_call", """{"how":"gives what it has"}""", "function").SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("slow");
        endpoint.Time.AdvanceMs(5000);

        (await call).MustComplete("\"half\"");
    }

    [Theory]
    [InlineData("function", "slow_call")]
    [InlineData("tool", "slow_tool")]
    public async Task A_call_that_ignores_its_token_is_given_up_and_keeps_its_scope_until_it_ends(string type, string name)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var call = endpoint.Run(name, """{"how":"ignores"}""", type).SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("slow");
        endpoint.Time.AdvanceMs(5249);
        Assert.False(call.IsCompleted);
        endpoint.Time.AdvanceMs(1);

        (await call).MustBe(HttpStatusCode.OK, "WORKERLESS_DEADLINE_EXCEEDED");
        Assert.Equal(["call.begun"], (await call).EventTypes);
        endpoint.Gates.Open("slow");
        await endpoint.WhenNotedAsync("scope disposed");
        Assert.Equal(["call ended", "scope disposed"], endpoint.Notes);
    }

    [Theory]
    [InlineData("slow_call", "function")]
    [InlineData("slow_after_quick", "workflow")]
    public async Task A_deadline_that_had_passed_before_cuts_nothing_off(string name, string type)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var call = endpoint.Run(name, """{"how":"observes","quick":false}""", type).SliceUntilAsync(-5000);
        await endpoint.Gates.WhenReachedAsync("slow");
        endpoint.Time.AdvanceMs(60_000);
        endpoint.Gates.Open("slow");

        (await call).MustBe("completed");
    }
}
