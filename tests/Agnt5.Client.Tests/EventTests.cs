using System.Text.Json;
using Agnt5.Client.Tests.Harness;

namespace Agnt5.Client.Tests;

/// <summary>Events that are published, batches, and agents that are talked to.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task An_event_is_published_with_an_id_so_that_it_counts_once()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("POST /v1/events", """{"event_run_id":"e-1","event_id":"id-1","event_name":"order.created","deployment_id":"d-1","status":"received","duplicate":true,"matched_count":2,"skipped_unsupported_count":1,"run_ids":["r-1","r-2"]}""", 202);
        using var client = Clients.Of(gateway);

        var receipt = await client.PublishAsync("order.created", new Order("o-1", 5), Shapes.Default.Order, new()
        {
            EventId = "id-1", Source = "shop", EnvironmentRef = "staging", Timestamp = DateTimeOffset.UnixEpoch.AddSeconds(1), Metadata = JsonDocument.Parse("""{"a":"b"}""").RootElement,
        });
        await client.PublishAsync("order.created", JsonDocument.Parse("1").RootElement);

        Assert.Equal(("e-1", "id-1", "order.created", true, 2L, 1L), (receipt.EventRunId, receipt.EventId, receipt.EventName, receipt.IsDuplicate, receipt.MatchedCount, receipt.SkippedCount));
        Assert.Equal(["r-1", "r-2"], receipt.RunIds);
        Assert.Equal(
            """{"event_name":"order.created","event_id":"id-1","payload":{"id":"o-1","total":5},"source":"shop","environment_ref":"staging","timestamp_ns":1000000000,"metadata":{"a":"b"}}""",
            gateway.Calls.First().Body);
        Assert.NotEmpty(gateway.BodiesOf("POST /v1/events").Last().GetProperty("event_id").GetString()!);
    }

    [Fact]
    public async Task Received_events_are_listed_page_by_page()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("GET /v1/events", """{"items":[{"event_run_id":"e-1","event_name":"order.created","run_ids":["r-1"]}],"next_cursor":"c-2"}""").On("GET /v1/events/e-1", """{"event_run_id":"e-1","status":"received"}""");
        using var client = Clients.Of(gateway);

        var page = await client.ListEventsAsync(new() { EventName = "order.created", Since = DateTimeOffset.UnixEpoch.AddMilliseconds(5), Limit = 1, Cursor = "c-1" });

        Assert.Equal(("e-1", "c-2"), (Assert.Single(page.Items).EventRunId, page.Cursor));
        Assert.Equal("?event_name=order.created&since_ms=5&limit=1&cursor=c-1", gateway.Single("GET /v1/events").Query);
        Assert.Equal("received", (await client.ReceivedEventAsync("e-1")).Status);
    }

    [Fact]
    public async Task A_batch_runs_many_inputs()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("POST /v1/functions/greet/batch", """{"batch_id":"b-1","status":"pending","total_items":2}""");
        gateway.On("GET /v1/batches/b-1", """{"batch_id":"b-1","status":"partial_failure","stats":{"total_items":2,"completed_items":1,"failed_items":1},"results":[{"index":1,"run_id":"r-2","status":"failed","error":{"code":"NO","message":"no"}},{"index":0,"run_id":"r-1","status":"completed","output":1}]}""");
        gateway.On("DELETE /v1/batches/b-1", """{"batch_id":"b-1","status":"cancelled","cancelled_items":1}""");
        using var client = Clients.Of(gateway);

        var batch = await client.BatchAsync(RunTarget.Function("greet"), [new Order("o-1", 1), new Order("o-2", 2)], Shapes.Default.Order, new() { IdempotencyKey = "k-1", MaxConcurrency = 5 });
        var status = await client.BatchStatusAsync(batch.BatchId);
        var cancelled = await client.CancelBatchAsync("b-1", "enough");

        var call = gateway.Single("POST /v1/functions/greet/batch");
        Assert.Equal("k-1", call.Headers["Idempotency-Key"]);
        Assert.Equal("""{"items":[{"index":0,"input":{"id":"o-1","total":1}},{"index":1,"input":{"id":"o-2","total":2}}],"config":{"max_concurrency":5,"continue_on_failure":true}}""", call.Body);
        Assert.Equal((2L, "partial_failure", 1L), (batch.TotalItems, status.Status, status.FailedItems));
        Assert.Equal(["r-1", "r-2"], status.Runs.Select(static run => run.RunId));
        Assert.Equal(("cancelled", "?reason=enough"), (cancelled.Status, gateway.Single("DELETE /v1/batches/b-1").Query));
    }

    [Theory]
    [InlineData("""{"run_id":"r-1","status":"completed","output":"Hello","session_id":"s-1"}""")]
    [InlineData("""{"run_id":"r-1","status":"completed","output":{"response":"Hello","session_id":"s-1"}}""")]
    [InlineData("""{"session_id":"s-1","message":{"role":"assistant","content":"Hello"}}""")]
    [InlineData("""{"session_id":"s-1","response":"Hello"}""")]
    public async Task An_agent_answers_in_its_conversation(string json)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("POST /v1/agents/support/chat", json);
        using var client = Clients.Of(gateway);

        var reply = await client.ChatAsync("support", "Hi", new() { SessionId = "s-1" });

        Assert.Equal(("Hello", "s-1"), (reply.Text, reply.SessionId));
        Assert.Equal("""{"message":"Hi","session_id":"s-1"}""", gateway.Calls.Single().Body);
    }
}
