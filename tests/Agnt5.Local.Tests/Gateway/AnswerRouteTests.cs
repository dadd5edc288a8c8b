using System.Net;
using System.Text;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

public sealed class AnswerRouteTests
{
    private const string Order = """{"id":"o-1","total":21}""";
    private const string Decision = """{"decided_by":"ann","reason":"paid","payload":{"sum":[1, 2]}}""";

    [Fact]
    public async Task A_workflow_is_answered_sleeps_gets_its_signal_and_ends()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);

        var (answered, _) = await gateway.PostAsync($"/v1/workflows/resume/{runId}", """{"user_response":"approve"}""");
        await gateway.RestAsync();
        gateway.Time.Advance(TimeSpan.FromDays(30));
        await gateway.RestAsync();
        var (_, signal) = await gateway.PostAsync($"/v1/runs/{runId}/signals/paid", """{"payload":7}""");
        await gateway.RestAsync();

        Assert.Equal(HttpStatusCode.OK, answered);
        Assert.True(signal.GetProperty("resumed").GetBoolean());
        Assert.Equal("paid", signal.Text("signal_name"));
        Assert.Equal("parcel o-1 for 7", (await gateway.GetAsync($"/v1/result/{runId}")).Json.Text("output"));
    }

    [Theory]
    [InlineData("approve", "paused")]
    [InlineData("reject", "completed")]
    public async Task An_approval_is_decided_by_its_step(string verb, string status)
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);

        Assert.Equal("INVALID_REQUEST", (await gateway.PostAsync($"/v1/runs/{runId}/approvals/wait_for_user_0/{verb}", """{"decided_by":7}""")).Json.ErrorCode());
        Assert.Equal("APPROVAL_NOT_FOUND", (await gateway.PostAsync($"/v1/runs/{runId}/approvals/other/{verb}")).Json.ErrorCode());
        var (_, decided) = await gateway.PostAsync($"/v1/runs/{runId}/approvals/wait_for_user_0/{verb}", Decision);
        await gateway.RestAsync();

        Assert.Equal(verb, decided.Text("decision"));
        var resumed = gateway.Engine.ReadJournal(runId).Single(static entry => entry.EventType == "workflow.resumed");
        Assert.Contains(Decision, Encoding.UTF8.GetString(resumed.Data.Span), StringComparison.Ordinal);
        Assert.Equal(status, (await gateway.GetAsync($"/v1/runs/{runId}")).Json.Text("status"));
    }

    [Fact]
    public async Task A_cancelled_run_takes_nothing_any_more()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);

        var (status, cancelled) = await gateway.PostAsync($"/v1/runs/{runId}/cancel", """{"reason":"too late"}""");

        Assert.Equal((HttpStatusCode.OK, "cancelled"), (status, cancelled.Text("status")));
        foreach (var path in (string[])[$"/v1/runs/{runId}/cancel", $"/v1/runs/{runId}/signals/paid", $"/v1/workflows/resume/{runId}"])
            Assert.Equal(HttpStatusCode.Conflict, (await gateway.PostAsync(path, """{"user_response":"approve","payload":1}""")).Status);
    }

    [Fact]
    public async Task An_answer_that_is_JSON_becomes_text_and_one_that_is_missing_changes_nothing()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);

        Assert.Equal("INVALID_REQUEST", (await gateway.PostAsync($"/v1/workflows/resume/{runId}", "{}")).Json.ErrorCode());
        Assert.Equal("INVALID_JSON", (await gateway.PostAsync($"/v1/workflows/resume/{runId}", "{\"user_response\":")).Json.ErrorCode());
        Assert.Equal("INVALID_REQUEST", (await gateway.PostAsync($"/v1/workflows/resume/{runId}", """{"user_response":"\ud800"}""")).Json.ErrorCode());
        Assert.Equal(RunPhase.Paused, gateway.Engine.GetRun(runId).Phase);

        await gateway.PostAsync($"/v1/workflows/resume/{runId}", """{"user_response":["a"]}""");

        Assert.Contains(gateway.Engine.ReadJournal(runId), static entry => entry.EventType == "workflow.resumed" && entry.Data.Span.IndexOf("""[\"a\"]"""u8) > 0);
    }

    [Theory]
    [InlineData("/v1/workflows/resume/run_other")]
    [InlineData("/v1/runs/run_other/signals/paid")]
    [InlineData("/v1/runs/run_other/approvals/0/approve")]
    [InlineData("/v1/runs/run_other/cancel")]
    public async Task A_run_that_nobody_knows_is_not_found(string path)
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (status, json) = await gateway.PostAsync(path, """{"user_response":"x","payload":1}""");

        Assert.Equal((HttpStatusCode.NotFound, "RUN_NOT_FOUND"), (status, json.ErrorCode()));
    }
}
