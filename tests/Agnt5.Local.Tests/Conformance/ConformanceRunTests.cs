using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Conformance;

/// <summary>What the conformance server was recorded to do for single invokes, its whole runs do under AGNT5.</summary>
public sealed class ConformanceRunTests(ConformanceHosts hosts) : IClassFixture<ConformanceHosts>
{
    private static readonly string[] Hosts = [ConformanceHosts.Memory, ConformanceHosts.Sqlite];

    private static readonly (string Component, string Recorded, string[] Moves)[] Lives =
    [
        ("delayed", "tm-due", ["""{"ms":20}""", "sleep"]),
        ("unnamed_sleep", "tm-unnamed-resume", ["""{"ms":20}""", "sleep"]),
        ("review", "ui-review-resume", ["{}", "answer Ada"]),
        ("review", "ui-skipped", ["{}", "answer __skipped__"]),
        ("review", "ui-custom", ["{}", "answer __custom__:Grace: H"]),
        ("review", "ui-empty-answer", ["{}", "answer "]),
        ("two_questions", "ui-two-done", ["{}", "answer yes", "answer ok"]),
        ("null_step", "cp-null-step-replay", ["{}", "answer go"]),
        ("approval_signal", "sg-resume", ["{}", """signal approval_received {"approved":true}"""]),
        ("approval_signal", "sg-resume-false", ["{}", """signal approval_received {"approved":false}"""]),
        ("raw_signal", "sg-raw-json", ["{}", "signal raw [1,2]"]),
        ("raw_signal", "sg-raw-string", ["{}", "signal raw \"not json\""]),
        ("raw_signal", "sg-raw-null", ["{}", "signal raw null"]),
        ("streaming_review", "ev-stream-resume", ["{}", """signal approval_received {"approved":true}"""]),
        ("streaming_review", "ev-stream-rejected", ["{}", """signal approval_received {"approved":false}"""]),
    ];

    public static TheoryData<string, string> RecordedInputs => Cross(RecordedCase.First.Select(static recorded => recorded.Id));

    public static TheoryData<string, string> WholeLives => Cross(Lives.Select(static life => life.Recorded));

    [Theory]
    [MemberData(nameof(RecordedInputs))]
    public async Task A_run_comes_to_what_was_recorded_for_its_input(string host, string id)
    {
        var gateway = hosts.Of(host);
        var recorded = RecordedCase.First.Single(recorded => recorded.Id == id);

        var (_, accepted) = await gateway.PostAsync($"/v1/{recorded.Type}s/{recorded.Name}/submit", recorded.Input ?? "");
        var runId = accepted.Text("run_id")!;
        while ((await RestedAsync(gateway, runId)).Text("status") == "queued")
            await gateway.GoToNextTimeAsync();

        RecordedOutcome.MustBe(recorded.ResponseFor(runId), await RunAsync(gateway, runId), await EventsAsync(gateway, runId));
        await gateway.PostAsync($"/v1/runs/{runId}/cancel");
    }

    [Theory]
    [MemberData(nameof(WholeLives))]
    public async Task A_run_that_waits_goes_on_to_the_end_that_was_recorded(string host, string recorded)
    {
        var gateway = hosts.Of(host);
        var life = Lives.Single(life => life.Recorded == recorded);
        var runId = await gateway.SubmitAsync($"/v1/workflows/{life.Component}", life.Moves[0]);

        foreach (var move in life.Moves[1..])
        {
            Assert.Equal("paused", (await RunAsync(gateway, runId)).Text("status"));
            await MoveAsync(gateway, runId, move);
        }

        RecordedOutcome.MustBe(RecordedCase.ResponseOf(recorded), await RunAsync(gateway, runId), await EventsAsync(gateway, runId));
    }

    [Theory]
    [InlineData(ConformanceHosts.Memory)]
    [InlineData(ConformanceHosts.Sqlite)]
    public async Task An_event_and_a_webhook_start_their_workflows(string host)
    {
        var gateway = hosts.Of(host);

        var (_, greeted) = await gateway.PostAsync("/v1/events", """{"event_name":"hello.requested","payload":{"name":"Ada"}}""");
        await gateway.PostAsync("/v1/integrations", """{"source":"github","integration_id":"shop","secret":"the secret of the hook"}""");
        var (_, hooked) = await gateway.SendAsync(Webhook("""{"action":"opened","issue":{"n":1}}""", "the secret of the hook"));
        await gateway.RestAsync();

        var hello = await RunAsync(gateway, OnlyRunOf(greeted));
        Assert.Equal(("completed", "hello Ada"), (hello.Text("status"), hello.GetProperty("output").Text("message")));
        var onWebhook = await RunAsync(gateway, OnlyRunOf(hooked));
        Assert.Equal(("completed", 1), (onWebhook.Text("status"), onWebhook.GetProperty("output").GetProperty("received").GetProperty("issue").GetProperty("n").GetInt32()));
    }

    [Theory]
    [InlineData(ConformanceHosts.Memory)]
    [InlineData(ConformanceHosts.Sqlite)]
    public async Task A_workflow_under_every_policy_is_started_once_for_its_key_and_the_latest_of_an_account_wins(string host)
    {
        var gateway = hosts.Of(host);
        var account = $"account-of-{host}";

        var (_, earlier) = await gateway.PostAsync("/v1/workflows/triage/submit", $$"""{"ticket_id":"{{host}}-1","account_id":"{{account}}"}""");
        var (_, latest) = await gateway.PostAsync("/v1/workflows/triage/submit", $$"""{"ticket_id":"{{host}}-2","account_id":"{{account}}"}""");
        var (_, again) = await gateway.PostAsync("/v1/workflows/triage/submit", $$"""{"ticket_id":"{{host}}-2","account_id":"{{account}}"}""");
        // Runs of other tests wait for times as well.
        while ((await RestedAsync(gateway, latest.Text("run_id")!)).Text("status") == "queued")
            await gateway.GoToNextTimeAsync();

        Assert.Equal(latest.Text("run_id"), again.Text("run_id"));
        Assert.Equal("DEBOUNCED", (await RunAsync(gateway, earlier.Text("run_id")!)).Text("error_code"));
        var run = await RunAsync(gateway, latest.Text("run_id")!);
        Assert.Equal(("completed", $"{host}-2"), (run.Text("status"), run.GetProperty("output").Text("ticket_id")));
    }

    [Fact]
    public async Task Runs_that_sleep_and_ask_go_on_after_a_restart_of_AGNT5()
    {
        var gateway = hosts.Of(ConformanceHosts.Sqlite);
        var asleep = await gateway.SubmitAsync("/v1/workflows/delayed", """{"ms":20}""");
        var asking = await gateway.SubmitAsync("/v1/workflows/review");

        await hosts.RestartAsync(ConformanceHosts.Sqlite);
        gateway = hosts.Of(ConformanceHosts.Sqlite);
        await MoveAsync(gateway, asleep, "sleep");
        await MoveAsync(gateway, asking, "answer Ada");

        foreach (var (runId, recorded) in ((string, string)[])[(asleep, "tm-due"), (asking, "ui-review-resume")])
            RecordedOutcome.MustBe(RecordedCase.ResponseOf(recorded), await RunAsync(gateway, runId), await EventsAsync(gateway, runId));
    }

    [Theory]
    [InlineData(ConformanceHosts.Memory)]
    [InlineData(ConformanceHosts.Sqlite)]
    public async Task A_conversation_goes_on_in_the_next_run(string host)
    {
        var gateway = hosts.Of(host);

        var (_, first) = await gateway.PostAsync("/v1/agents/support_agent/chat", """{"message":"hello"}""");
        var (_, second) = await gateway.PostAsync("/v1/agents/support_agent/chat", $$"""{"message":"again","session_id":"{{first.Text("session_id")}}"}""");

        Assert.Equal(("seen:hello", "seen:hello|again"), (first.Text("output"), second.Text("output")));
    }

    private static string OnlyRunOf(JsonElement received) => Assert.Single(received.GetProperty("run_ids").EnumerateArray()).GetString()!;

    private static HttpRequestMessage Webhook(string body, string secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events/github/shop") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-GitHub-Event", "issues");
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))}");
        return request;
    }

    private static async Task MoveAsync(PlayedGateway gateway, string runId, string move)
    {
        var parts = move.Split(' ', 3);
        if (parts[0] == "sleep")
        {
            // The endpoint has a clock of its own: while its time has not come, it sleeps on.
            while ((await RestedAsync(gateway, runId)).Text("status") == "paused")
                await gateway.GoToNextTimeAsync();
            return;
        }

        var (status, json) = parts[0] == "answer"
            ? await gateway.PostAsync($"/v1/workflows/resume/{runId}", JsonSerializer.Serialize(new { user_response = move["answer ".Length..] }))
            : await gateway.PostAsync($"/v1/runs/{runId}/signals/{parts[1]}", $$"""{"payload":{{parts[2]}}}""");
        Assert.True(status == HttpStatusCode.OK, json.ToString());
        await gateway.RestAsync();
    }

    private static async Task<JsonElement> RestedAsync(PlayedGateway gateway, string runId)
    {
        await gateway.RestAsync();
        return await RunAsync(gateway, runId);
    }

    private static async Task<JsonElement> RunAsync(PlayedGateway gateway, string runId) => (await gateway.GetAsync($"/v1/runs/{runId}")).Json;

    private static async Task<JsonElement> EventsAsync(PlayedGateway gateway, string runId) => (await gateway.GetAsync($"/v1/runs/{runId}/events")).Json.GetProperty("items");

    private static TheoryData<string, string> Cross(IEnumerable<string> ids)
    {
        var data = new TheoryData<string, string>();
        foreach (var id in ids)
            foreach (var host in Hosts)
                data.Add(host, id);
        return data;
    }
}
