using System.Net;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

public sealed class ReadTests
{
    private const string Order = """{"id":"o-1","total":21}""";

    [Fact]
    public async Task A_run_is_listed_while_it_waits_and_its_result_comes_with_its_end()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var waiting = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);
        var done = await gateway.SubmitAsync("/v1/functions/hosted_double", Order);

        Assert.Equal([done, waiting], await ListAsync(""));
        Assert.Equal([waiting], await ListAsync("?status=paused"));
        Assert.Equal([done], await ListAsync("?component_name=hosted_double"));
        Assert.Equal([done], await ListAsync("?limit=1"));
        Assert.Equal("paused", (await gateway.GetAsync($"/v1/runs/{waiting}")).Json.Text("status"));
        Assert.Equal("completed", (await gateway.GetAsync($"/v1/status/{done}")).Json.Text("status"));
        var (status, open) = await gateway.GetAsync($"/v1/result/{waiting}");
        Assert.Equal((HttpStatusCode.NotFound, "paused", "RUN_NOT_ENDED"), (status, open.Text("status"), open.ErrorCode()));
        Assert.Equal(42, (await gateway.GetAsync($"/v1/result/{done}")).Json.GetProperty("output").GetInt32());
        Assert.Equal(42, (await gateway.GetAsync($"/v1/runs/{done}/output")).Json.GetProperty("output").GetInt32());
        Assert.Equal("o-1", (await gateway.GetAsync($"/v1/runs/{done}/input")).Json.GetProperty("input").Text("id"));
        Assert.Equal("OUTPUT_NOT_FOUND", (await gateway.GetAsync($"/v1/runs/{waiting}/output")).Json.ErrorCode());

        async Task<IEnumerable<string?>> ListAsync(string query) => (await gateway.GetAsync($"/v1/runs{query}")).Json.GetProperty("items").EnumerateArray().Select(static run => run.Text("run_id"));
    }

    [Fact]
    public async Task The_newest_pause_says_what_a_run_waits_for()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);

        var (_, events) = await gateway.GetAsync($"/v1/runs/{runId}/events");

        var items = events.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(items.Length, events.GetProperty("count").GetInt32());
        Assert.Equal(["run.started", "workflow.started"], items.Select(static item => item.Text("event_type")).Take(2));
        var paused = items.Last(static item => item.Text("event_type") == "workflow.paused").GetProperty("metadata");
        Assert.Equal(("user_input_required", "0", "Ship it?"), (paused.Text("pause_reason"), paused.Text("pause_index"), paused.Text("question")));
    }

    [Theory]
    [InlineData("/v1/runs?status=lost", "INVALID_QUERY")]
    [InlineData("/v1/runs?limit=0", "INVALID_QUERY")]
    [InlineData("/v1/runs?limit=1001", "INVALID_QUERY")]
    [InlineData("/v1/events?limit=201", "INVALID_QUERY")]
    [InlineData("/v1/events?since_ms=now", "INVALID_QUERY")]
    public async Task A_list_says_which_value_makes_no_sense(string path, string code)
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (status, json) = await gateway.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, json.ErrorCode()));
    }

    [Theory]
    [InlineData("/v1/runs/run_other")]
    [InlineData("/v1/status/run_other")]
    [InlineData("/v1/result/run_other")]
    [InlineData("/v1/runs/run_other/output")]
    [InlineData("/v1/runs/run_other/input")]
    [InlineData("/v1/runs/run_other/events")]
    [InlineData("/v1/runs/a%0ab")]
    public async Task A_run_that_nobody_knows_is_not_found(string path)
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (status, json) = await gateway.GetAsync(path, ("Accept", "text/event-stream"));

        Assert.Equal((HttpStatusCode.NotFound, "RUN_NOT_FOUND"), (status, json.ErrorCode()));
        Assert.False(json.TryGetProperty("status", out _));
    }
}
