using System.Net;
using System.Security.Cryptography;
using System.Text;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

public sealed class EventRouteTests
{
    private static readonly ComponentSpec OnOrder = new() { Type = "workflow", Name = "on_order", Triggers = [new("order.created", IsUnsupported: false), new("github.push", IsUnsupported: false)] };

    [Fact]
    public async Task An_event_starts_what_it_triggers_once()
    {
        await using var gateway = await PlayedGateway.StartAsync(played: OnOrder);

        var (status, first) = await gateway.PostAsync("/v1/events", """{"event_name":"order.created","event_id":"e-1","payload":{"id":"o-1"},"metadata":{"a":1}}""");
        var (_, again) = await gateway.PostAsync("/v1/events", """{"name":"order.created","id":"e-1","data":{"id":"o-1"}}""");
        await gateway.RestAsync();

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(("received", 1, false), (first.Text("status"), first.GetProperty("matched_count").GetInt32(), first.GetProperty("duplicate").GetBoolean()));
        Assert.Equal(("environment_ref", "production"), (first.Text("target_kind"), first.Text("target_ref")));
        Assert.True(again.GetProperty("duplicate").GetBoolean());
        Assert.Equal(first.GetProperty("run_ids")[0].GetString(), again.GetProperty("run_ids")[0].GetString());
        Assert.Single(gateway.Endpoint.Bodies);
        Assert.Equal("e-1", (await gateway.GetAsync($"/v1/events/{first.Text("event_run_id")}")).Json.Text("event_id"));
    }

    [Fact]
    public async Task Events_are_listed_page_by_page()
    {
        await using var gateway = await PlayedGateway.StartAsync();
        foreach (var id in (string[])["e-1", "e-2", "e-3"])
            await gateway.PostAsync("/v1/events", $$"""{"event_name":"order.created","event_id":"{{id}}","source":"shop"}""");

        var (_, page) = await gateway.GetAsync("/v1/events?source=shop&limit=2");
        var (_, rest) = await gateway.GetAsync($"/v1/events?source=shop&limit=2&cursor={page.Text("next_cursor")}");

        Assert.Equal(["e-3", "e-2"], page.GetProperty("items").EnumerateArray().Select(static item => item.Text("event_id")));
        Assert.Equal(["e-1"], rest.GetProperty("items").EnumerateArray().Select(static item => item.Text("event_id")));
        Assert.False(rest.TryGetProperty("next_cursor", out _));
    }

    [Theory]
    [InlineData("""{"payload":{}}""", "INVALID_EVENT")]
    [InlineData("""{"event_name":7}""", "INVALID_REQUEST")]
    [InlineData("""{"event_name":"a","environment_ref":"x","deployment_id":"y"}""", "INVALID_REQUEST")]
    [InlineData("""{"event_name":"a","deployment_id":"dep_other"}""", "DEPLOYMENT_NOT_FOUND")]
    [InlineData("[]", "INVALID_REQUEST")]
    public async Task An_event_that_makes_no_sense_is_told_so(string body, string code)
    {
        await using var gateway = await PlayedGateway.StartAsync();

        Assert.Equal(code, (await gateway.PostAsync("/v1/events", body)).Json.ErrorCode());
    }

    [Fact]
    public async Task A_webhook_needs_a_signature_and_no_key()
    {
        await using var gateway = await PlayedGateway.StartAsync(played: OnOrder);
        var (_, integration) = await gateway.PostAsync("/v1/integrations", """{"source":"github","integration_id":"shop","secret":"the secret of the hook"}""");
        const string body = """{"ref":"main"}""";
        var signature = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("the secret of the hook"), Encoding.UTF8.GetBytes(body)))}";

        var (forged, _) = await gateway.SendAsync(Hook(integration.Text("url")!, body, "sha256=00"));
        var (unknown, _) = await gateway.SendAsync(Hook("/v1/events/github/other", body, signature));
        var (taken, received) = await gateway.SendAsync(Hook(integration.Text("url")!, body, signature));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.Accepted), (forged, unknown, taken));
        Assert.Equal(("github.push", 1), (received.Text("event_name"), received.GetProperty("matched_count").GetInt32()));
        Assert.DoesNotContain("secret of the hook", (await gateway.GetAsync("/v1/integrations")).Json.GetRawText(), StringComparison.Ordinal);

        static HttpRequestMessage Hook(string path, string body, string signature)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.Add("X-Hub-Signature-256", signature);
            request.Headers.Add("X-GitHub-Event", "push");
            // As a tunnel sends it.
            request.Headers.Host = "tunnel.example";
            return request;
        }
    }
}
