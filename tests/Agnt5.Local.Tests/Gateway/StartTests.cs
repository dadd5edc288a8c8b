using System.Net;
using System.Text;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Gateway.Harness;
using Agnt5.Local.Tests.Hosting;

namespace Agnt5.Local.Tests.Gateway;

public sealed class StartTests
{
    private const string Order = """{"id":"o-1","total":21}""";

    [Fact]
    public async Task A_call_waits_for_the_output()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (status, run) = await gateway.PostAsync("/v1/functions/hosted_double/run", Order, ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("completed", 42, 200), (run.Text("status"), run.GetProperty("output").GetInt32(), run.GetProperty("status_code").GetInt32()));
        Assert.Equal(("hosted_double", "0af7651916cd43dd8448eb211c80319c"), (run.Text("component"), run.Text("trace_id")));
        Assert.Equal("2030-03-17T17:46:40.000Z", run.Text("created_at"));
    }

    [Fact]
    public async Task A_workflow_that_asks_comes_back_at_its_question()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (status, run) = await gateway.PostAsync("/v1/workflows/hosted_ship/run", Order);

        Assert.Equal((HttpStatusCode.OK, "paused"), (status, run.Text("status")));
    }

    [Fact]
    public async Task A_failed_run_tells_its_error_and_is_no_error_of_the_gateway()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (status, run) = await gateway.PostAsync("/v1/functions/hosted_double/run", """{"id":"o-1","total":"many"}""");

        Assert.Equal((HttpStatusCode.OK, "failed", "WORKERLESS_INPUT_INVALID"), (status, run.Text("status"), run.ErrorCode()));
    }

    [Fact]
    public async Task A_wait_that_is_over_leaves_the_run_to_be_asked_for()
    {
        await using var gateway = await PlayedGateway.StartAsync(played: new() { Type = "function", Name = "slow" });
        var answer = new TaskCompletionSource<Local.Dispatch.InvokeResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.Endpoint.Answer = (_, _) => answer.Task;

        var (status, run) = await gateway.PostAsync("/v1/functions/slow/run", "{}", ("X-AGNT5-Wait-Timeout-Ms", "0"));
        answer.SetResult(ScriptedEndpoint.Completed("7"));
        await gateway.RestAsync();

        Assert.Equal((HttpStatusCode.Accepted, "running"), (status, run.Text("status")));
        Assert.Equal(7, (await gateway.GetAsync($"/v1/result/{run.Text("run_id")}")).Json.GetProperty("output").GetInt32());
    }

    [Theory]
    [InlineData("X-AGNT5-Wait-Timeout-Ms", "-1")]
    [InlineData("X-AGNT5-Wait-Timeout-Ms", "86400001")]
    [InlineData("X-AGNT5-Wait-Timeout-Ms", "soon")]
    [InlineData("X-Tenant-ID", "a b")]
    public async Task A_header_that_makes_no_sense_starts_nothing(string header, string value)
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (status, json) = await gateway.PostAsync("/v1/functions/hosted_double/run", Order, (header, value));

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_HEADER"), (status, json.ErrorCode()));
        Assert.Contains(header, json.GetProperty("error").Text("message"), StringComparison.Ordinal);
        Assert.Empty(gateway.Engine.ListRuns(new()));
    }

    [Theory]
    [InlineData("{\"id\":", "INVALID_INPUT")]
    [InlineData("{} {}", "INVALID_INPUT")]
    public async Task An_input_that_is_no_JSON_is_told_with_its_place(string body, string code)
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (status, json) = await gateway.PostAsync("/v1/functions/hosted_double/submit", body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, json.ErrorCode()));
        Assert.Contains("line 1, byte", json.GetProperty("error").Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_with_or_without_a_length()
    {
        await using var gateway = await PlayedGateway.StartAsync(static options => options.MaxBodyBytes = 2048);
        var large = $"\"{new string('x', 3000)}\"";
        using var chunked = gateway.Request(HttpMethod.Post, "/v1/functions/hosted_double/submit");
        chunked.Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(large)));
        chunked.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await gateway.PostAsync("/v1/functions/hosted_double/submit", large)).Status);
        Assert.Equal("BODY_TOO_LARGE", (await gateway.SendAsync(chunked)).Json.ErrorCode());
    }

    [Fact]
    public async Task An_unknown_component_and_an_unknown_route_say_so()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        Assert.Equal("COMPONENT_NOT_FOUND", (await gateway.PostAsync("/v1/functions/hosted_shop/run")).Json.ErrorCode());
        Assert.Equal("DEPLOYMENT_NOT_FOUND", (await gateway.PostAsync("/v1/functions/hosted_double/run", Order, ("X-Deployment-ID", "dep_other"))).Json.ErrorCode());
        Assert.Equal((HttpStatusCode.NotFound, "ROUTE_NOT_FOUND"), await Unknown(HttpMethod.Get, "/v1/functions/hosted_double/run"));
        Assert.Equal((HttpStatusCode.NotFound, "ROUTE_NOT_FOUND"), await Unknown(HttpMethod.Put, "/v1/nothing"));

        async Task<(HttpStatusCode, string?)> Unknown(HttpMethod method, string path)
        {
            var (status, json) = await gateway.SendAsync(gateway.Request(method, path));
            return (status, json.ErrorCode());
        }
    }

    [Fact]
    public async Task A_key_of_idempotency_finds_the_run_that_it_started()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (_, first) = await gateway.PostAsync("/v1/functions/hosted_double/submit", Order, ("Idempotency-Key", "order o-1"));
        var (_, again) = await gateway.PostAsync("/v1/functions/hosted_double/run", """{"id":"o-2","total":1}""", ("Idempotency-Key", "order o-1"));

        Assert.Equal(first.Text("run_id"), again.Text("run_id"));
        Assert.Equal(42, again.GetProperty("output").GetInt32());
    }

    [Fact]
    public async Task A_rate_limit_refuses_the_call()
    {
        await using var gateway = await PlayedGateway.StartAsync(
            played: new() { Type = "function", Name = "limited", Policies = [new(FlowKind.RateLimit, null, "all", null, Limit: 1, WindowMs: 60_000)] });

        Assert.Equal(HttpStatusCode.OK, (await gateway.PostAsync("/v1/functions/limited/run")).Status);
        foreach (var verb in (string[])["run", "submit", "stream"])
        {
            var (status, run) = await gateway.PostAsync($"/v1/functions/limited/{verb}");
            Assert.Equal((HttpStatusCode.TooManyRequests, "failed", "RATE_LIMITED"), (status, run.Text("status"), run.ErrorCode()));
        }
    }

    [Fact]
    public async Task A_message_of_a_conversation_goes_to_its_session()
    {
        await using var gateway = await PlayedGateway.StartAsync(played: new() { Type = "agent", Name = "helper" });

        var (_, first) = await gateway.PostAsync("/v1/agents/helper/chat", """{"message":"Hello"}""");
        var (_, given) = await gateway.PostAsync("/v1/agents/helper/chat", """{"message":"Hello","session_id":"s-1","user_id":"u-1"}""");
        var (_, refused) = await gateway.PostAsync("/v1/agents/helper/chat", """{"text":"Hello"}""");

        Assert.Equal("done", first.Text("output"));
        Assert.StartsWith("session_", first.Text("session_id"), StringComparison.Ordinal);
        Assert.Equal(("s-1", "u-1"), (given.Text("session_id"), given.Text("user_id")));
        Assert.Equal("INVALID_REQUEST", refused.ErrorCode());
        Assert.Contains("\"message\":\"Hello\"", gateway.Endpoint.Bodies[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_starts_all_of_its_runs_and_tells_how_each_ended()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (status, batch) = await gateway.PostAsync("/v1/functions/hosted_double/batch", $$"""{"items":[{"index":0,"input":{{Order}}},{"index":1,"input":{"id":"o-2","total":"many"} }]}""");
        await gateway.RestAsync();
        var (_, ended) = await gateway.GetAsync($"/v1/batches/{batch.Text("batch_id")}");

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal([0, 1], batch.GetProperty("results").EnumerateArray().Select(static run => run.GetProperty("index").GetInt32()));
        Assert.Equal("completed", ended.Text("status"));
        var stats = ended.GetProperty("stats");
        Assert.Equal((2, 1, 1), (stats.GetProperty("total_items").GetInt32(), stats.GetProperty("completed_items").GetInt32(), stats.GetProperty("failed_items").GetInt32()));
        Assert.Equal([42], ended.GetProperty("results").EnumerateArray().Where(static run => run.Text("status") == "completed").Select(static run => run.GetProperty("output").GetInt32()));
        Assert.False((await gateway.GetAsync($"/v1/batches/{batch.Text("batch_id")}?include_results=false")).Json.TryGetProperty("results", out _));
    }

    [Fact]
    public async Task A_batch_with_an_item_that_cannot_run_starts_nothing_and_one_that_waits_is_cancelled()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        Assert.Equal("INVALID_REQUEST", (await gateway.PostAsync("/v1/workflows/hosted_ship/batch", """{"items":[]}""")).Json.ErrorCode());
        Assert.Equal("INVALID_REQUEST", (await gateway.PostAsync("/v1/workflows/hosted_ship/batch", """{"items":[1]}""")).Json.ErrorCode());
        Assert.Equal("BATCH_NOT_FOUND", (await gateway.GetAsync("/v1/batches/batch_other")).Json.ErrorCode());
        Assert.Empty(gateway.Engine.ListRuns(new()));

        var (_, batch) = await gateway.PostAsync("/v1/workflows/hosted_ship/batch", $$"""{"items":[{"input":{{Order}}}]}""");
        await gateway.RestAsync();
        var (_, cancelled) = await gateway.SendAsync(gateway.Request(HttpMethod.Delete, $"/v1/batches/{batch.Text("batch_id")}"));

        Assert.Equal(1, cancelled.GetProperty("stats").GetProperty("cancelled_items").GetInt32());
        Assert.Equal(RunPhase.Cancelled, gateway.Engine.ListRuns(new()).Single().Phase);
    }
}
