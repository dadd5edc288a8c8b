using System.Text.Json;
using Agnt5.Client.Tests.Harness;

namespace Agnt5.Client.Tests;

/// <summary>Starting runs, and what comes of them.</summary>
public sealed class RunTests
{
    private const string Run = "POST /v1/workflows/approve_order/run";
    private const string Submit = "POST /v1/workflows/approve_order/submit";

    private static readonly RunTarget Target = RunTarget.Workflow("approve_order");
    private static readonly Order Order = new("o-1", 12.5m);

    [Fact]
    public async Task A_run_that_completes_gives_its_typed_output()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Run, """{"run_id":"r-1","status":"completed","output":{"orderId":"o-1","status":"shipped"},"duration_ms":12,"created_at":"2026-10-01T08:00:00Z"}""");
        using var client = Clients.Of(gateway);

        var result = await client.RunAsync(Target, Order, Shapes.Default.Order, Shapes.Default.Receipt);

        Assert.Equal(new Receipt("o-1", "shipped"), result.Output);
        Assert.Equal(("r-1", RunStatus.Completed), (result.Run.Id, result.Status));
        Assert.Equal(TimeSpan.FromMilliseconds(12), result.Info.Duration);
        Assert.Equal(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero), result.Info.CreatedAt);
        var call = gateway.Single(Run);
        Assert.Equal("""{"id":"o-1","total":12.5}""", call.Body);
        Assert.Equal("application/json", call.Headers["Content-Type"]);
        Assert.Equal(Clients.Key, call.Headers["X-API-KEY"]);
    }

    [Fact]
    public async Task What_a_call_says_of_itself_is_in_its_headers()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Run, """{"run_id":"r-1","status":"completed","output":null}""");
        using var client = Clients.Of(gateway, configure: static options => (options.DeploymentId, options.TenantId) = ("d-default", "t-default"));

        await client.RunAsync(Target, options: new()
        {
            DeploymentId = "d-1", TenantId = "t-1", SessionId = "s-1", UserId = "u-1", IdempotencyKey = "k-1",
            WaitTimeout = TimeSpan.FromSeconds(2), TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        });
        await client.RunAsync(Target);

        var calls = gateway.Calls.ToArray();
        Assert.Equal(("d-1", "t-1", "s-1", "u-1", "k-1", "2000", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), (
            calls[0].Headers["X-Deployment-ID"], calls[0].Headers["X-Tenant-ID"], calls[0].Headers["X-Session-ID"], calls[0].Headers["X-User-ID"],
            calls[0].Headers["Idempotency-Key"], calls[0].Headers["X-AGNT5-Wait-Timeout-Ms"], calls[0].Headers["traceparent"]));
        Assert.Equal(("d-default", "t-default"), (calls[1].Headers["X-Deployment-ID"], calls[1].Headers["X-Tenant-ID"]));
        Assert.DoesNotContain("X-AGNT5-Wait-Timeout-Ms", calls[1].Headers.Keys);
        Assert.Equal("{}", calls[1].Body);
    }

    [Fact]
    public async Task A_call_belongs_to_the_trace_of_its_caller()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, """{"run_id":"r-1","status":"enqueued"}""");
        using var client = Clients.Of(gateway);
        using var activity = new System.Diagnostics.Activity("caller").Start();

        await client.SubmitAsync(Target);

        Assert.Contains(activity.TraceId.ToString(), gateway.Single(Submit).Headers["traceparent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_calls_with_its_workspace_and_project()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, """{"run_id":"r-1","status":"enqueued"}""");
        using var client = Clients.Of(gateway, configure: static options =>
            (options.ApiKey, options.BearerToken, options.WorkspaceId, options.ProjectId) = (null, "token-1", "w-1", "p-1"));

        await client.SubmitAsync(Target);

        var call = gateway.Single(Submit);
        Assert.Equal(("Bearer token-1", "w-1", "p-1"), (call.Headers["Authorization"], call.Headers["X-WORKSPACE-ID"], call.Headers["X-PROJECT-ID"]));
        Assert.DoesNotContain("X-API-KEY", call.Headers.Keys);
    }

    [Theory]
    [InlineData("""{"run_id":"r-1","status":"paused"}""", 200, RunStatus.Paused)]
    [InlineData("""{"run_id":"r-1","status":"running"}""", 202, RunStatus.Running)]
    [InlineData("""{"run_id":"r-1","status":"dreaming"}""", 202, RunStatus.Unknown)]
    public async Task A_run_that_has_not_ended_has_no_output_and_says_what_to_do(string json, int code, RunStatus status)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Run, json, code);
        using var client = Clients.Of(gateway);

        var result = await client.RunAsync(Target, Order, Shapes.Default.Order, Shapes.Default.Receipt);

        Assert.Equal((status, false), (result.Status, result.IsCompleted));
        var problem = Assert.Throws<Agnt5Exception>(() => result.Output);
        Assert.Equal((Agnt5ClientErrors.NotCompleted, "r-1"), (problem.Code, problem.RunId));
        Assert.Contains("Run.WaitAsync()", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"run_id":"r-1","status":"failed","error":{"code":"PAYMENT_DECLINED","message":"The card was declined."}}""", 500, "PAYMENT_DECLINED")]
    [InlineData("""{"run_id":"r-1","status":"failed","error":{"code":"PAYMENT_DECLINED","message":"The card was declined."}}""", 200, "PAYMENT_DECLINED")]
    [InlineData("""{"run_id":"r-1","status":"failed","error":"The card was declined.","error_code":"PAYMENT_DECLINED"}""", 200, "PAYMENT_DECLINED")]
    [InlineData("""{"run_id":"r-1","status":"failed","error":"The card was declined."}""", 200, Agnt5ClientErrors.RunFailed)]
    public async Task A_run_that_fails_throws_with_its_own_code_and_message(string json, int status, string code)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Run, json, status);
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.RunAsync(Target));

        Assert.Equal((code, "r-1"), (problem.Code, problem.RunId));
        Assert.Contains("The card was declined.", problem.Message, StringComparison.Ordinal);
        Assert.Equal("The card was declined.", problem.Failure?.Message);
    }

    [Fact]
    public async Task A_large_output_is_fetched_from_where_it_is_stored()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Run, """{"run_id":"r-1","status":"completed","output":null,"output_ref":{"key":"x"}}""");
        gateway.On("GET /v1/runs/r-1/output", """{"output":{"orderId":"o-1","status":"shipped"}}""");
        using var client = Clients.Of(gateway);

        var result = await client.RunAsync(Target, Order, Shapes.Default.Order, Shapes.Default.Receipt);

        Assert.Equal("shipped", result.Output.Status);
    }

    [Fact]
    public async Task An_output_of_another_type_is_told_with_the_run_and_the_place()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Run, """{"run_id":"r-1","status":"completed","output":{"orderId":7}}""");
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.RunAsync(Target, Order, Shapes.Default.Order, Shapes.Default.Receipt));

        Assert.Equal((Agnt5ClientErrors.OutputInvalid, "r-1"), (problem.Code, problem.RunId));
        Assert.Contains("$.orderId", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submitted_run_is_waited_for_through_its_pauses_with_its_tenant()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, """{"run_id":"r-1","status":"enqueued"}""", 202);
        foreach (var status in (string[])["enqueued", "unknown", "running", "paused", "paused"])
            gateway.On("GET /v1/result/r-1", $$"""{"error":"not finished","status":"{{status}}"}""", 404);
        gateway.On("GET /v1/result/r-1", "rate limit exceeded", 429);
        gateway.On("GET /v1/result/r-1", Answer.Cut);
        gateway.On("GET /v1/result/r-1", """{"run_id":"r-1","status":"completed","output":{"orderId":"o-1","status":"shipped"}}""");
        using var client = Clients.Of(gateway);

        var run = await client.SubmitAsync(Target, Order, Shapes.Default.Order, Shapes.Default.Receipt, new() { TenantId = "t-1", DeploymentId = "d-1" });
        var receipt = await run.WaitAsync();

        Assert.Equal("shipped", receipt.Status);
        Assert.All(gateway.Calls, static call => Assert.Equal("t-1", call.Headers["X-Tenant-ID"]));
        Assert.Equal(8, gateway.Count("GET /v1/result/r-1"));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_somebody_waits_throws()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("GET /v1/result/r-1", """{"run_id":"r-1","status":"cancelled"}""");
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.WaitAsync("r-1"));

        Assert.Equal(Agnt5ClientErrors.RunCancelled, problem.Code);
        Assert.Equal(RunStatus.Cancelled, (await client.WaitForEndAsync("r-1")).Status);
    }

    [Fact]
    public async Task A_wait_that_is_over_says_how_far_the_run_had_come()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("GET /v1/result/r-1", """{"error":"not finished","status":"paused"}""", 404);
        var time = new InstantTime();
        using var client = Clients.Of(gateway, time);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.WaitAsync("r-1", TimeSpan.FromMinutes(5)));

        Assert.Equal((Agnt5ClientErrors.WaitTimeout, "r-1"), (problem.Code, problem.RunId));
        Assert.Contains("paused", problem.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(5), time.Passed);
        Assert.InRange(gateway.Count("GET /v1/result/r-1"), 10, 100); // Some at first, then one every five seconds.
    }

    [Fact]
    public async Task A_run_that_does_not_exist_is_not_waited_for()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("GET /v1/result/r-1", """{"error":"run not found"}""", 404);
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.WaitAsync("r-1"));

        Assert.Equal((Agnt5ClientErrors.NotFound, "r-1"), (problem.Code, problem.RunId));
    }

    [Fact]
    public async Task A_result_is_null_until_there_is_one()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("GET /v1/result/r-1", """{"error":"not finished","status":"running"}""", 404);
        gateway.On("GET /v1/result/r-1", """{"run_id":"r-1","status":"failed","error":"no"}""", 500);
        using var client = Clients.Of(gateway);

        Assert.Null(await client.ResultAsync("r-1"));
        Assert.Equal(RunStatus.Failed, (await client.ResultAsync("r-1"))!.Status);
    }

    [Fact]
    public async Task Runs_are_listed_by_what_is_asked_for()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("GET /v1/runs", """{"items":[{"run_id":"r-1","status":"paused","component":"approve_order"},{"run_id":"r-2","status":"timeout"}]}""");
        using var client = Clients.Of(gateway);

        var runs = await client.ListRunsAsync(new() { ComponentName = "approve order", Status = RunStatus.RetryDelayed, Limit = 5 });

        Assert.Equal([("r-1", RunStatus.Paused), ("r-2", RunStatus.TimedOut)], runs.Select(static run => (run.RunId, run.Status)));
        Assert.Equal("?component_name=approve%20order&status=retry_delayed&limit=5", gateway.Single("GET /v1/runs").Query);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData(" ")]
    public async Task An_id_that_would_lead_to_another_path_is_no_id(string id)
    {
        using var client = new Agnt5Client(new());

        await Assert.ThrowsAsync<ArgumentException>(() => client.StatusAsync(id));
    }

    [Fact]
    public async Task An_id_with_a_slash_stays_one_part_of_the_path()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.StatusAsync("r-1/cancel?x=1"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, problem.StatusCode);
        Assert.Equal("GET /v1/runs/r-1%2Fcancel%3Fx=1", Assert.Single(gateway.Calls).Name);
    }
}
