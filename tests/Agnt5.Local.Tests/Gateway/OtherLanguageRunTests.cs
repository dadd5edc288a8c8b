using System.Net;
using System.Text.Json;
using Agnt5.Local.Tests.Dispatch.Hosting;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

/// <summary>Whole runs of an endpoint that knows the wire and none of our code, synced by its URL and started through the gateway.</summary>
public sealed class OtherLanguageRunTests : IAsyncLifetime
{
    private NodeEndpoint _endpoint = null!;
    private PlayedGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _endpoint = await NodeEndpoint.StartAsync();
        _gateway = await PlayedGateway.StartAsync(clock: PlayedGateway.ClockOfNow());
        Assert.Equal(HttpStatusCode.Created, (await SyncAsync("1")).Status);
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _endpoint.Dispose();
    }

    [Fact]
    public async Task A_workflow_sleeps_asks_waits_for_its_signal_and_ends()
    {
        var runId = await _gateway.SubmitAsync("/v1/workflows/send_letter", """{"to":"Ada","wait_ms":60000}""");
        await _gateway.GoToNextTimeAsync();
        await AnswerAsync(runId, "yes");
        await _gateway.PostAsync($"/v1/runs/{runId}/signals/letter.posted", """{"payload":{"office":"Main"}}""");
        await _gateway.RestAsync();

        Assert.Equal("""{"sent":true,"stamp":"stamp for Ada","office":"Main"}""", (await RunAsync(runId)).GetProperty("output").GetRawText());
        Assert.Single(await EventsAsync(runId), static type => type == "letter.stamped");
    }

    [Fact]
    public async Task A_failed_attempt_is_made_again_as_the_manifest_declares()
    {
        var runId = await _gateway.SubmitAsync("/v1/functions/ring_twice");
        await _gateway.GoToNextTimeAsync();
        await _gateway.GoToNextTimeAsync();

        Assert.Equal("""{"attempt":2}""", (await RunAsync(runId)).GetProperty("output").GetRawText());
        Assert.Equal(2, (await EventsAsync(runId)).Count(static type => type == "run.retry_scheduled"));
    }

    [Fact]
    public async Task A_failure_that_another_attempt_would_not_help_ends_the_run()
    {
        var run = await RunAsync(await _gateway.SubmitAsync("/v1/functions/refuse_letter"));

        Assert.Equal(("failed", "LETTER_REFUSED", 1), (run.Text("status"), run.Text("error_code"), run.GetProperty("attempt").GetInt32()));
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_asked_for_again_with_the_same_attempt()
    {
        var runId = await _gateway.SubmitAsync("/v1/functions/lose_letter");
        Assert.Contains("run.invoke_lost", await EventsAsync(runId));
        await _gateway.GoToNextTimeAsync();

        Assert.Equal("""{"attempt":0}""", (await RunAsync(runId)).GetProperty("output").GetRawText());
    }

    [Fact]
    public async Task A_cancelled_run_leaves_the_endpoint_that_works_on_it()
    {
        var (_, accepted) = await _gateway.PostAsync("/v1/functions/hold_letter/submit");
        var runId = accepted.Text("run_id")!;
        Assert.Equal($"holding {runId}", await _endpoint.ReadLineAsync());

        var (_, cancelled) = await _gateway.PostAsync($"/v1/runs/{runId}/cancel");

        Assert.Equal("cancelled", cancelled.Text("status"));
        Assert.Equal($"left {runId}", await _endpoint.ReadLineAsync());
    }

    [Fact]
    public async Task Runs_that_wait_outlive_an_endpoint_that_is_killed_and_comes_back()
    {
        var asleep = await _gateway.SubmitAsync("/v1/workflows/send_letter", """{"to":"Ada","wait_ms":60000}""");
        var asking = await _gateway.SubmitAsync("/v1/workflows/sign_letter");
        var port = _endpoint.Url.Port;

        _endpoint.Dispose();
        await _gateway.GoToNextTimeAsync();
        await AnswerAsync(asking, "yes");
        Assert.Contains("run.invoke_lost", await EventsAsync(asleep));
        Assert.Contains("run.invoke_lost", await EventsAsync(asking));
        _endpoint = await NodeEndpoint.StartAsync(port);
        while (_gateway.Engine.NextDueMs is not null)
            await _gateway.GoToNextTimeAsync();

        Assert.Equal("""{"signed":"yes","release":"1"}""", (await RunAsync(asking)).GetProperty("output").GetRawText());
        Assert.Equal("paused", (await RunAsync(asleep)).Text("status"));
        Assert.Equal("workflow.paused", (await EventsAsync(asleep))[^1]);
    }

    [Fact]
    public async Task A_run_ends_with_the_release_that_it_began_with_and_new_ones_begin_with_the_next()
    {
        var begun = await _gateway.SubmitAsync("/v1/workflows/sign_letter");
        using var next = await NodeEndpoint.StartAsync(release: "2");

        Assert.Equal("ROUTE_CONFLICT", (await SyncAsync("2", next)).Json.ErrorCode());
        var (_, deployment) = await SyncAsync("2", next, ""","replace_route_owners":true""");
        var after = await _gateway.SubmitAsync("/v1/workflows/sign_letter");
        await AnswerAsync(begun, "yes");
        await AnswerAsync(after, "yes");

        Assert.Equal("2", deployment.Text("service_version"));
        Assert.Equal(("1", "2"), (await ReleaseAsync(begun), await ReleaseAsync(after)));
    }

    private async Task<string?> ReleaseAsync(string runId) => (await RunAsync(runId)).GetProperty("output").Text("release");

    private Task<(HttpStatusCode Status, JsonElement Json)> SyncAsync(string immutableRef, NodeEndpoint? endpoint = null, string more = "") => _gateway.PostAsync(
        "/v1/deployments/sync",
        $$"""{"url":"{{(endpoint ?? _endpoint).Url}}","immutable_ref":"{{immutableRef}}","signing_secret":"{{NodeEndpoint.Secret}}"{{more}}}""");

    private async Task AnswerAsync(string runId, string answer)
    {
        Assert.Equal(HttpStatusCode.OK, (await _gateway.PostAsync($"/v1/workflows/resume/{runId}", $$"""{"user_response":"{{answer}}"}""")).Status);
        await _gateway.RestAsync();
    }

    private async Task<JsonElement> RunAsync(string runId) => (await _gateway.GetAsync($"/v1/runs/{runId}")).Json;

    private async Task<IReadOnlyList<string>> EventsAsync(string runId) =>
        [.. (await _gateway.GetAsync($"/v1/runs/{runId}/events")).Json.GetProperty("items").EnumerateArray().Select(static entry => entry.Text("event_type")!)];
}
