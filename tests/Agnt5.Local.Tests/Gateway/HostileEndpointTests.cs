using System.Net;
using System.Text.Json;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Tests.Gateway.Harness;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Local.Tests.Gateway;

/// <summary>Endpoints of bad faith, synced and called through the gateway: each call is a clear error or a run that ends, and the engine lives.</summary>
public sealed class HostileEndpointTests
{
    private static readonly Dictionary<string, (RequestDelegate Answer, HttpStatusCode Status, string Code)> Manifests = new()
    {
        ["huge"] = (OddEndpoint.WithoutEnd, HttpStatusCode.BadGateway, "WORKERLESS_INVALID_RESPONSE"),
        ["deep"] = (OddEndpoint.Saying($"{{\"a\":{new string('[', 1_000_000)}"), HttpStatusCode.BadGateway, "WORKERLESS_INVALID_RESPONSE"),
        ["of the wrong types"] = (OddEndpoint.Saying("""{"protocol_version":1,"components":{}}"""), HttpStatusCode.BadRequest, "MANIFEST_REFUSED"),
        ["of another version"] = (OddEndpoint.Saying(OddEndpoint.Manifest.Replace("workerless.v1", "workerless.v2", StringComparison.Ordinal)), HttpStatusCode.BadRequest, "MANIFEST_REFUSED"),
        ["with batches"] = (OddEndpoint.Saying(WithMember(""" "flow_control":{"batch":{"max_size":10,"window_ms":5}} """)), HttpStatusCode.BadRequest, "MANIFEST_REFUSED"),
        ["with endless retries"] = (OddEndpoint.Saying(WithMember(""" "flow_control":{"retries":{"max_attempts":1e9}} """)), HttpStatusCode.BadRequest, "MANIFEST_REFUSED"),
        ["with too many components"] = (OddEndpoint.Saying(WithComponents(10_001)), HttpStatusCode.BadRequest, "MANIFEST_REFUSED"),
        ["a page"] = (OddEndpoint.Saying("<!doctype html>", type: "text/html"), HttpStatusCode.BadGateway, "WORKERLESS_INVALID_RESPONSE"),
        ["empty"] = (OddEndpoint.Saying(""), HttpStatusCode.BadGateway, "WORKERLESS_INVALID_RESPONSE"),
        ["elsewhere"] = (OddEndpoint.Redirect, HttpStatusCode.BadGateway, "WORKERLESS_INVALID_RESPONSE"),
        ["an error"] = (OddEndpoint.Saying("it is broken", status: 500), HttpStatusCode.BadGateway, "ENDPOINT_HTTP_500"),
        ["cut off"] = (OddEndpoint.HangUpHalfway, HttpStatusCode.BadGateway, "ENDPOINT_CLOSED_EARLY"),
        ["no answer"] = (OddEndpoint.HangUp, HttpStatusCode.BadGateway, "ENDPOINT_CLOSED_EARLY"),
    };

    // How a run ends whose endpoint answers so.
    private static readonly Dictionary<string, (RequestDelegate Answer, string Code)> Answers = new()
    {
        ["a page"] = (OddEndpoint.Saying("<!doctype html>", type: "text/html"), "WORKERLESS_INVALID_RESPONSE"),
        ["nothing"] = (OddEndpoint.Saying(""), "WORKERLESS_INVALID_RESPONSE"),
        ["a number"] = (OddEndpoint.Saying("7"), "WORKERLESS_INVALID_RESPONSE"),
        ["what nests without end"] = (OddEndpoint.Saying($"{{\"status\":\"completed\",\"output\":{new string('[', 1_000_000)}"), "WORKERLESS_INVALID_RESPONSE"),
        ["an unknown status"] = (OddEndpoint.Saying("""{"status":"resting"}"""), "WORKERLESS_INVALID_RESPONSE"),
        ["a sleep without a time"] = (OddEndpoint.Saying("""{"status":"suspended","reason":"timer"}"""), "WORKERLESS_INVALID_RESPONSE"),
        ["a question without a text"] = (OddEndpoint.Saying("""{"status":"suspended","reason":"user_input_required","pause_index":"first"}"""), "WORKERLESS_INVALID_RESPONSE"),
        ["an output that it never uploaded"] = (
            OddEndpoint.Saying("""{"status":"completed","output_ref":{"kind":"agnt5.object_store.ref.v1","ref":"payloads/other","size_bytes":7,"sha256":"00","content_type":"application/json"}}"""),
            "WORKERLESS_INVALID_RESPONSE"),
        ["a text without end"] = (OddEndpoint.WithoutEnd, "WORKERLESS_INVALID_RESPONSE"),
        ["a redirect"] = (OddEndpoint.Redirect, "WORKERLESS_INVALID_RESPONSE"),
        ["that it knows nobody"] = (OddEndpoint.Saying("", status: 401), "ENDPOINT_HTTP_401"),
        ["that it is broken"] = (OddEndpoint.Saying("it is broken", status: 500), "ENDPOINT_HTTP_500"),
        ["half of it"] = (OddEndpoint.HangUpHalfway, "ENDPOINT_CLOSED_EARLY"),
        ["by hanging up"] = (OddEndpoint.HangUp, "ENDPOINT_CLOSED_EARLY"),
    };

    public static TheoryData<string> ManifestNames => [.. Manifests.Keys];

    public static TheoryData<string> AnswerNames => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(ManifestNames))]
    public async Task A_manifest_that_lies_deploys_nothing_and_says_why(string name)
    {
        var (answer, status, code) = Manifests[name];
        await using var gateway = await PlayedGateway.StartAsync();
        await using var endpoint = await OddEndpoint.StartAsync(manifest: answer);

        var (answered, json) = await SyncAsync(gateway, endpoint);

        Assert.Equal((status, code), (answered, json.ErrorCode()));
        Assert.True(json.GetProperty("error").Text("message")!.Length is > 20 and < 20_000);
        await MustLiveAsync(gateway);
    }

    [Fact]
    public async Task An_endpoint_that_says_nothing_of_itself_is_given_up()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        await using var endpoint = await OddEndpoint.StartAsync(manifest: OddEndpoint.Hang);

        var syncing = SyncAsync(gateway, endpoint);
        await gateway.Time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(30));
        gateway.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("ENDPOINT_TIMEOUT", (await syncing).Json.ErrorCode());
        await MustLiveAsync(gateway);
    }

    [Theory]
    [MemberData(nameof(AnswerNames))]
    public async Task A_run_ends_whatever_its_endpoint_answers(string name)
    {
        var (answer, code) = Answers[name];
        await using var gateway = await PlayedGateway.StartAsync();
        await using var endpoint = await OddEndpoint.StartAsync(invoke: answer);
        await SyncAsync(gateway, endpoint);

        var runId = await gateway.SubmitAsync("/v1/functions/odd");
        while (gateway.Engine.NextDueMs is not null)
            await gateway.GoToNextTimeAsync();

        var (_, run) = await gateway.GetAsync($"/v1/runs/{runId}");
        Assert.Equal(("failed", code), (run.Text("status"), run.Text("error_code")));
        Assert.NotEqual("", run.GetProperty("error").Text("message"));
        await MustLiveAsync(gateway);
    }

    [Fact]
    public async Task A_run_ends_whose_endpoint_never_answers()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        await using var endpoint = await OddEndpoint.StartAsync(invoke: OddEndpoint.Hang);
        await SyncAsync(gateway, endpoint, ""","request_timeout_ms":600000""");
        var patience = TimeSpan.FromMinutes(10) + HttpConnection.Margin;

        var (_, accepted) = await gateway.PostAsync("/v1/functions/odd/submit");
        var path = $"/v1/runs/{accepted.Text("run_id")}";
        for (var invoke = 0; invoke < 3; invoke++)
        {
            await gateway.Time.WhenTimerIsSetAsync(patience);
            gateway.Time.Advance(patience);
            await gateway.RestAsync();
            if (gateway.Engine.NextDueMs is { } next)
                gateway.Time.AdvanceMs(next - gateway.Time.NowMs);
        }

        Assert.Equal("ENDPOINT_TIMEOUT", (await gateway.GetAsync(path)).Json.Text("error_code"));
        await MustLiveAsync(gateway);
    }

    [Fact]
    public async Task An_answer_of_ten_megabytes_is_the_runs_output()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        await using var endpoint = await OddEndpoint.StartAsync(invoke: OddEndpoint.Saying($"{{\"status\":\"completed\",\"output\":\"{new string('x', 10_000_000)}\"}}"));
        await SyncAsync(gateway, endpoint);

        var runId = await gateway.SubmitAsync("/v1/functions/odd");

        Assert.Equal(10_000_000, (await gateway.GetAsync($"/v1/runs/{runId}/output")).Json.Text("output")!.Length);
    }

    private static Task<(HttpStatusCode Status, JsonElement Json)> SyncAsync(PlayedGateway gateway, OddEndpoint endpoint, string more = "") =>
        gateway.PostAsync("/v1/deployments/sync", $$"""{"url":"{{endpoint.Url}}"{{more}}}""");

    /// <summary>Others are served, and nothing was deployed beside what they have.</summary>
    private static async Task MustLiveAsync(PlayedGateway gateway)
    {
        var (_, run) = await gateway.PostAsync("/v1/functions/hosted_double/run", """{"id":"o-1","total":21}""");
        Assert.Equal(("completed", 42), (run.Text("status"), run.GetProperty("output").GetInt32()));
    }

    private static string WithMember(string member) => OddEndpoint.Manifest.Replace("\"name\":", $"{member},\"name\":", StringComparison.Ordinal);

    private static string WithComponents(int count)
    {
        var components = Enumerable.Range(0, count).Select(static number => $$"""{"name":"odd_{{number}}","type":"function","component_type":"function"}""");
        return $$"""{"protocol_version":"workerless.v1","service_name":"odd","service_version":"1","components":[{{string.Join(',', components)}}]}""";
    }
}
