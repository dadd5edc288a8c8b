using System.Net;

namespace Agnt5.Client.Tests.Local;

/// <summary>What works against the local AGNT5 works against AGNT5: both speak the same API.</summary>
public sealed class LocalGatewayTests
{
    private static readonly LocalOrder Order = new("o-1", 21);
    private static readonly RunTarget Double = RunTarget.Function("double_total");
    private static readonly RunTarget Ship = RunTarget.Workflow("ship_order");

    [Fact]
    public async Task A_run_gives_its_output_whether_it_is_waited_for_or_submitted()
    {
        await using var gateway = await LocalGateway.StartAsync();

        var waited = await gateway.Client.RunAsync(Double, Order, LocalJson.Default.LocalOrder, LocalJson.Default.Int32);
        var submitted = await gateway.Client.SubmitAsync(Double, Order, LocalJson.Default.LocalOrder, LocalJson.Default.Int32, new() { IdempotencyKey = "o-1", SessionId = "s-1" });

        Assert.Equal((42, 42), (waited.Output, await submitted.WaitAsync()));
        Assert.Equal((RunStatus.Completed, "double_total", "s-1"), ((await submitted.StatusAsync()).Status, (await submitted.StatusAsync()).Component, (await submitted.StatusAsync()).SessionId));
        Assert.Equal(42, (await gateway.Client.OutputAsync(submitted.Id)).GetInt32());
    }

    [Fact]
    public async Task A_workflow_is_asked_answered_and_signalled_to_its_end()
    {
        await using var gateway = await LocalGateway.StartAsync();
        var paused = await gateway.Client.RunAsync(Ship, Order, LocalJson.Default.LocalOrder, LocalJson.Default.String);
        Assert.Equal(RunStatus.Paused, paused.Status);

        var question = await paused.Run.WaitForQuestionAsync();
        Assert.Equal(("Ship it?", 0), (question?.Text, question?.Index));
        await paused.Run.ApproveAsync("wait_for_user_0");
        await paused.Run.SignalAsync("paid", 7, LocalJson.Default.Int32);

        Assert.Equal("o-1 for 7", await paused.Run.WaitAsync());
        await Assert.ThrowsAsync<Agnt5Exception>(() => paused.Run.AnswerAsync("approve"));
    }

    [Fact]
    public async Task A_stream_brings_each_event_and_ends_with_the_run()
    {
        await using var gateway = await LocalGateway.StartAsync();
        List<RunEvent> events = [];

        await foreach (var happened in gateway.Client.StreamAsync(Double, Order, LocalJson.Default.LocalOrder))
            events.Add(happened);

        Assert.Equal(["run.started", "function.started", "function.completed", "run.completed"], events.Select(static happened => happened.Type));
        Assert.Equal([1L, 2, 3, 4], events.Select(static happened => happened.Sequence!.Value));
        Assert.Equal(events.Select(static happened => happened.Type), (await gateway.Client.EventsAsync(events[0].RunId!)).Select(static happened => happened.Type));
    }

    [Fact]
    public async Task A_cancelled_run_says_so_and_is_listed()
    {
        await using var gateway = await LocalGateway.StartAsync();
        var run = await gateway.Client.SubmitAsync(Ship, Order, LocalJson.Default.LocalOrder, LocalJson.Default.String);
        await run.WaitForQuestionAsync();

        await run.CancelAsync("too late");

        Assert.Equal(RunStatus.Cancelled, (await run.WaitForEndAsync()).Status);
        Assert.Equal([run.Id], (await gateway.Client.ListRunsAsync(new() { Status = RunStatus.Cancelled })).Select(static listed => listed.RunId));
        Assert.Equal(HttpStatusCode.Conflict, (await Assert.ThrowsAsync<Agnt5Exception>(() => run.CancelAsync())).StatusCode);
    }

    [Fact]
    public async Task An_event_that_is_published_twice_starts_one_run()
    {
        await using var gateway = await LocalGateway.StartAsync();

        var first = await gateway.Client.PublishAsync("order.created", Order, LocalJson.Default.LocalOrder, new() { EventId = "e-1" });
        var again = await gateway.Client.PublishAsync("order.created", Order, LocalJson.Default.LocalOrder, new() { EventId = "e-1" });

        Assert.Equal((false, true), (first.IsDuplicate, again.IsDuplicate));
        Assert.Equal(first.RunIds, again.RunIds);
        Assert.Equal("counted", (await gateway.Client.WaitAsync(Assert.Single(first.RunIds))).GetString());
        Assert.Equal("e-1", Assert.Single((await gateway.Client.ListEventsAsync()).Items).EventId);
    }

    [Fact]
    public async Task A_batch_tells_how_each_run_ended()
    {
        await using var gateway = await LocalGateway.StartAsync();

        var batch = await gateway.Client.BatchAsync(Double, [Order, Order with { Total = 2 }], LocalJson.Default.LocalOrder);
        while (batch.Status != "completed")
            batch = await gateway.Client.BatchStatusAsync(batch.BatchId);

        Assert.Equal([42, 4], batch.Runs.Select(static run => run.Output?.GetInt32()));
    }

    [Fact]
    public async Task What_is_wrong_with_a_call_comes_with_its_code()
    {
        await using var gateway = await LocalGateway.StartAsync();
        using var stranger = gateway.ClientWith("agnt5_sk_ffffffffffffffff");

        var unknown = await Assert.ThrowsAsync<Agnt5Exception>(() => gateway.Client.StatusAsync("run_other"));
        var refused = await Assert.ThrowsAsync<Agnt5Exception>(() => stranger.RunAsync(Double, Order, LocalJson.Default.LocalOrder, LocalJson.Default.Int32));
        var missing = await Assert.ThrowsAsync<Agnt5Exception>(() => gateway.Client.WaitForEndAsync("run_other"));

        Assert.Equal(("RUN_NOT_FOUND", HttpStatusCode.NotFound), (unknown.Code, unknown.StatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("RUN_NOT_FOUND", missing.Code);
    }
}
