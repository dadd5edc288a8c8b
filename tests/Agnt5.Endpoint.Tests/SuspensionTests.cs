using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>A suspension is not an exception: the workflow's code never sees it, and does not run after it.</summary>
public sealed class SuspensionTests
{
    [Theory]
    [InlineData("sleep")]
    [InlineData("ask")]
    [InlineData("ask many")]
    [InlineData("signal")]
    [InlineData("yield")]
    [InlineData("retry")]
    public async Task No_catch_filter_finally_or_using_sees_a_suspension(string wait)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("wait_guarded", $$"""{"wait":"{{wait}}"}""");

        (await run.SliceUntilAsync(1000, yieldBeforeMs: 1000)).MustBe("suspended");
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Empty(endpoint.Notes);
    }

    [Fact]
    public async Task What_is_around_a_wait_runs_once_when_the_wait_is_over()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("wait_guarded", """{"wait":"sleep"}""");

        await run.SliceAsync();
        endpoint.Time.AdvanceMs(1000);
        (await run.SliceAsync()).MustComplete("\"through\"");

        Assert.Equal(["finally", "disposed"], endpoint.Notes);
    }

    [Fact]
    public async Task Foreign_work_does_not_hold_a_suspension_up_and_nothing_of_the_workflow_runs_after_it()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("wait_beside_foreign_work");

        (await run.SliceAsync()).MustSuspend($$"""{"reason":"timer","ready_at_ms":{{ManualTime.StartMs + 1000}},"timer_key":"nap"}""");
        await endpoint.Gates.WhenReachedAsync("elsewhere");
        endpoint.Gates.Open("foreign");
        endpoint.Gates.Open("elsewhere");
        await endpoint.Gates.WhenReachedAsync("elsewhere is over");

        // Code on other threads goes on, but its durable call is refused. The branch on the workflow's own thread ended with the slice.
        Assert.Equal(["elsewhere goes on", "refused"], endpoint.Notes);
    }
}
