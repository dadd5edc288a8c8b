using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6: cases where two of its rules apply at once.</summary>
public sealed class CornerTests
{
    [Fact]
    public async Task A_sleep_until_a_time_that_has_passed_comes_no_sooner_at_first_than_on_a_replay()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("race_a_past_sleep");

        await run.SliceAsync();
        await run.SliceAsync();

        Assert.Equal("ran goer", Assert.Single(endpoint.Notes));
    }

    [Theory]
    [InlineData("step")]
    [InlineData("sleep")]
    [InlineData("return")]
    public async Task Code_that_runs_past_the_deadline_neither_undoes_nor_tells_nor_ends_the_run(string end)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("compute_past_the_deadline", $$"""{"end":"{{end}}"}""");

        var slice = run.SliceUntilAsync(5000);
        await endpoint.Gates.WhenReachedAsync("computing");
        endpoint.Time.AdvanceMs(5000);
        var answer = await slice;

        answer.MustBe("suspended");
        Assert.Equal("budget", answer.Json["reason"]!.GetValue<string>());
        Assert.Equal("""{"steps":{"first":null}}""", answer.Json["checkpoint"]!.ToJsonString());
        Assert.Null(answer.Json["events"]);
        Assert.Empty(endpoint.Notes);
    }

    [Fact]
    public async Task What_a_retried_run_has_to_tell_is_told_although_other_steps_ended_after_the_failure()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("tell_while_another_ends");

        var failed = await run.SliceAsync();
        var retried = await run.SliceAsync();

        Assert.Equal(["not.charged"], failed.EventTypes);
        Assert.Equal(["charged"], retried.EventTypes);
    }

    [Fact]
    public async Task A_refused_call_takes_no_recorded_failure_from_the_step_that_failed()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("ask_for_a_key_in_use");

        await run.SliceAsync();
        await run.SliceAsync();

        Assert.Equal(2, endpoint.Notes.Count);
    }

    [Fact]
    public async Task What_retrying_cannot_help_is_still_not_retried_after_a_replay()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("fail_finally_later");

        await run.SliceAsync();
        endpoint.Time.AdvanceMs(1000);

        (await run.SliceAsync()).MustFail("sold out", isFinal: true);
    }
}
