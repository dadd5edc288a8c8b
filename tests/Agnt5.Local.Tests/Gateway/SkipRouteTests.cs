using System.Net;
using System.Text.Json;
using Agnt5.Local.Tests.Dispatch.Hosting;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

public sealed class SkipRouteTests
{
    private const string Order = """{"id":"o-1","total":21}""";

    [Fact]
    public async Task A_question_is_shown_answered_and_the_sleep_behind_it_skipped()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (_, asks) = await gateway.PostAsync("/v1/workflows/hosted_ship/run", Order);
        Assert.Equal("Ship it?", asks.GetProperty("pause").Text("question"));
        Assert.Equal($"It waits for an answer. POST /v1/workflows/resume/{asks.Text("run_id")} with user_response, the id of an option.", asks.Text("next"));

        await gateway.PostAsync($"/v1/workflows/resume/{asks.Text("run_id")}", """{"user_response":"approve"}""");
        await gateway.RestAsync();
        var (_, sleeps) = await gateway.GetAsync($"/v1/runs/{asks.Text("run_id")}");
        Assert.Equal(("timer", "cool_down"), (sleeps.GetProperty("pause").Text("reason"), sleeps.GetProperty("pause").Text("timer_key")));
        Assert.EndsWith($"POST /v1/runs/{asks.Text("run_id")}/skip ends the sleep now.", sleeps.Text("next"), StringComparison.Ordinal);

        var (status, waits) = await gateway.PostAsync($"/v1/runs/{asks.Text("run_id")}/skip");
        Assert.Equal((HttpStatusCode.OK, "paid"), (status, waits.GetProperty("pause").Text("signal_name")));
        Assert.Equal($"It waits for a signal. POST /v1/runs/{asks.Text("run_id")}/signals/paid with payload, what the signal brings.", waits.Text("next"));
        await gateway.PostAsync($"/v1/runs/{asks.Text("run_id")}/signals/paid", """{"payload":7}""");
        await gateway.RestAsync();
        var (_, ended) = await gateway.GetAsync($"/v1/result/{asks.Text("run_id")}");
        Assert.Equal("parcel o-1 for 7", ended.Text("output"));
        Assert.False(ended.TryGetProperty("pause", out _) || ended.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Two_calls_take_a_run_past_its_question_and_its_sleep()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        await gateway.PostAsync("/v1/workflows/hosted_ship/run", Order);
        var (_, waits) = await gateway.PostAsync("/v1/workflows/resume/last", """{"user_response":"approve","skip_sleep":true}""");

        Assert.Equal("paid", waits.GetProperty("pause").Text("signal_name"));
    }

    [Fact]
    public async Task An_answer_after_which_nothing_sleeps_is_told_how_far_the_run_comes()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        await gateway.PostAsync("/v1/workflows/hosted_ship/run", Order);

        var (status, ended) = await gateway.PostAsync("/v1/workflows/resume/last", """{"user_response":"reject","skip_sleep":true}""");

        Assert.Equal((HttpStatusCode.OK, "rejected"), (status, ended.Text("output")));
    }

    [Fact]
    public async Task The_run_that_was_started_last_can_be_named_so()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var (_, none) = await gateway.GetAsync("/v1/runs/last");
        Assert.Equal("RUN_NOT_FOUND", none.ErrorCode());
        Assert.Contains("Start one first", none.GetProperty("error").Text("message"), StringComparison.Ordinal);
        await gateway.SubmitAsync("/v1/functions/hosted_double", Order);
        gateway.Time.AdvanceMs(1);
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);

        Assert.Equal(runId, (await gateway.GetAsync("/v1/runs/last")).Json.Text("run_id"));
        Assert.Equal("run.started", (await gateway.GetAsync("/v1/runs/last/events")).Json.GetProperty("items")[0].Text("event_type"));
    }

    [Fact]
    public async Task What_does_not_sleep_is_refused_and_goes_on_waiting()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);

        var (status, refused) = await gateway.PostAsync($"/v1/runs/{runId}/skip");

        Assert.Equal((HttpStatusCode.Conflict, "RUN_NOT_SLEEPING"), (status, refused.ErrorCode()));
        Assert.Equal("INVALID_REQUEST", (await gateway.PostAsync($"/v1/workflows/resume/{runId}", """{"user_response":"approve","skip_sleep":"yes"}""")).Json.ErrorCode());
        Assert.Equal("paused", (await gateway.GetAsync($"/v1/runs/{runId}")).Json.Text("status"));
        Assert.Equal("RUN_NOT_FOUND", (await gateway.PostAsync("/v1/runs/run_other/skip")).Json.ErrorCode());
    }

    [Fact]
    public async Task An_endpoint_in_another_language_finds_its_sleep_over()
    {
        using var endpoint = await NodeEndpoint.StartAsync();
        await using var gateway = await PlayedGateway.StartAsync(clock: TimeProvider.System);
        await gateway.PostAsync("/v1/deployments/sync", $$"""{"url":"{{endpoint.Url}}","signing_secret":"{{NodeEndpoint.Secret}}"}""");
        var (_, sleeps) = await gateway.PostAsync("/v1/workflows/send_letter/run", """{"to":"Ada"}""");
        Assert.Equal("cool_down", sleeps.GetProperty("pause").Text("timer_key"));

        var (_, asks) = await gateway.PostAsync("/v1/runs/last/skip");

        Assert.Equal("Send the letter?", asks.GetProperty("pause").Text("question"));
    }

    [Fact]
    public async Task Whoever_lists_runs_sees_what_they_wait_for()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        await gateway.SubmitAsync("/v1/workflows/hosted_ship", Order);

        var (_, list) = await gateway.GetAsync("/v1/runs?status=paused");

        Assert.Equal(JsonValueKind.Array, list.GetProperty("items")[0].GetProperty("pause").GetProperty("options").ValueKind);
    }
}
