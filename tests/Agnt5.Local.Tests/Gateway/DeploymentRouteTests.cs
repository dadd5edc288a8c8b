using System.Net;
using Agnt5.Local.Tests.Dispatch.Hosting;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

public sealed class DeploymentRouteTests
{
    [Fact]
    public async Task A_service_is_synced_runs_is_disabled_and_rolled_back()
    {
        // The service checks the time of signatures.
        await using var gateway = await PlayedGateway.StartAsync(clock: TimeProvider.System);
        await using var service = await KestrelEndpoint.StartAsync();
        var release = $$"""{"url":"{{service.Url}}","environment":"staging","immutable_ref":"1","signing_secret":"{{KestrelEndpoint.Secret}}","invoke_headers":{"X-Team":"blue"} }""";

        var (made, first) = await gateway.PostAsync("/v1/deployments/sync", release);
        var (found, _) = await gateway.PostAsync("/v1/deployments/sync", release);
        var (taken, _) = await gateway.PostAsync("/v1/deployments/sync", release.Replace("\"1\"", "\"2\"", StringComparison.Ordinal));
        var (_, second) = await gateway.PostAsync("/v1/deployments/sync", release.Replace("\"1\"", "\"2\",\"replace_route_owners\":true", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict), (made, found, taken));
        Assert.DoesNotContain(KestrelEndpoint.Secret, first.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("blue", first.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("function:hosted_double", second.GetProperty("routes").EnumerateArray().Select(static route => route.GetString()));
        var (_, run) = await gateway.PostAsync("/v1/functions/hosted_double/run", """{"id":"o-1","total":4}""", ("X-Deployment-ID", first.Text("deployment_id")!));
        Assert.Equal((8, first.Text("deployment_id")), (run.GetProperty("output").GetInt32(), run.Text("deployment_id")));

        var (_, back) = await gateway.PostAsync("/v1/environments/staging/rollback");
        Assert.Equal(first.Text("deployment_id"), back.Text("deployment_id"));
        Assert.Equal(first.Text("deployment_id"), (await gateway.GetAsync("/v1/environments/staging")).Json.GetProperty("routes").Text("function:hosted_double"));

        await gateway.PostAsync($"/v1/deployments/{first.Text("deployment_id")}/disable", """{"reason":"it is broken"}""");
        Assert.Equal("DEPLOYMENT_DISABLED", (await gateway.PostAsync("/v1/functions/hosted_double/run", "{}", ("X-Deployment-ID", first.Text("deployment_id")!))).Json.ErrorCode());
        await gateway.PostAsync($"/v1/deployments/{first.Text("deployment_id")}/enable");
        await gateway.PostAsync($"/v1/deployments/{second.Text("deployment_id")}/activate", """{"replace_route_owners":true}""");
        Assert.Equal("enabled", (await gateway.GetAsync($"/v1/deployments/{first.Text("deployment_id")}")).Json.Text("status"));
        Assert.Equal(2, (await gateway.GetAsync("/v1/deployments?environment=staging")).Json.GetProperty("count").GetInt32());
        Assert.Equal(["production", "staging"], (await gateway.GetAsync("/v1/environments")).Json.GetProperty("items").EnumerateArray().Select(static item => item.Text("environment")));
    }

    [Fact]
    public async Task Large_payloads_go_by_URLs_of_the_gateway_where_it_serves_them()
    {
        await using var gateway = await PlayedGateway.StartAsync(static options => options.ServePayloads = true, clock: TimeProvider.System);
        await using var service = await KestrelEndpoint.StartAsync(static options =>
        {
            options.OutboundGuard.RequireHttps = false;
            options.OutboundGuard.AllowPrivateNetworks = true;
            options.OutboundGuard.AllowedPorts.Add(0);
        });
        var (_, deployment) = await gateway.PostAsync("/v1/deployments/sync", $$"""{"url":"{{service.Url}}","environment":"staging","signing_secret":"{{KestrelEndpoint.Secret}}"}""");
        var id = new string('y', 3_000_000);

        var (_, run) = await gateway.PostAsync("/v1/functions/weigh_parcel/run", $$"""{"id":"{{id}}","weight":2}""", ("X-Deployment-ID", deployment.Text("deployment_id")!));

        Assert.True(run.TryGetProperty("output_ref", out _), run.ToString());
        var (_, read) = await gateway.GetAsync($"/v1/runs/{run.Text("run_id")}/output");
        Assert.Equal((id, 3), (read.GetProperty("output").Text("id"), read.GetProperty("output").GetProperty("weight").GetInt32()));
    }

    [Theory]
    [InlineData("{}", "INVALID_REQUEST")]
    [InlineData("""{"url":"file:///etc/passwd"}""", "INVALID_REQUEST")]
    [InlineData("""{"url":"http://127.0.0.1:1","provider":"moon"}""", "INVALID_REQUEST")]
    [InlineData("""{"url":"http://127.0.0.1:1","request_timeout_ms":5}""", "INVALID_REQUEST")]
    [InlineData("""{"url":"http://127.0.0.1:1","yield_before_timeout_ms":60000}""", "INVALID_REQUEST")]
    [InlineData("""{"url":"http://127.0.0.1:1","environment":"a b"}""", "INVALID_ENVIRONMENT")]
    public async Task A_sync_that_makes_no_sense_is_told_so(string body, string code)
    {
        await using var gateway = await PlayedGateway.StartAsync();

        Assert.Equal(code, (await gateway.PostAsync("/v1/deployments/sync", body)).Json.ErrorCode());
    }

    [Fact]
    public async Task What_nobody_knows_is_not_found_and_what_does_not_answer_is_told()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        Assert.Equal(HttpStatusCode.BadGateway, (await gateway.PostAsync("/v1/deployments/sync", """{"url":"http://127.0.0.1:1"}""")).Status);
        foreach (var path in (string[])["/v1/deployments/dep_other", "/v1/environments/other"])
            Assert.Equal(HttpStatusCode.NotFound, (await gateway.GetAsync(path)).Status);
        foreach (var path in (string[])["/v1/deployments/dep_other/activate", "/v1/deployments/dep_other/enable", "/v1/deployments/dep_other/disable"])
            Assert.Equal(HttpStatusCode.NotFound, (await gateway.PostAsync(path, """{"reason":"x"}""")).Status);
    }
}
