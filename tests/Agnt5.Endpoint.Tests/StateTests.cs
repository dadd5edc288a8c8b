using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>The context's facts about an invocation, and the values that it keeps for it.</summary>
public sealed class StateTests
{
    [Fact]
    public async Task State_lasts_for_one_invocation_and_is_not_recorded()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("keep_state");

        (await run.SliceAsync()).MustComplete("""[null,"1","True False",null,null,"0"]""");
        run.MustHaveRecorded("""{"step":null}""");

        (await run.SliceAsync()).MustComplete("""[null,"0","True False",null,null,"0"]""");
        (await endpoint.Run("mistake_state").SliceAsync()).MustFail("'k'", isFinal: false);
    }

    [Theory]
    [InlineData("look_around", "workflow")]
    [InlineData("look_around_outside", "function")]
    public async Task A_context_tells_the_request_it_serves(string name, string type)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync($$"""
            {"component_type":"{{type}}","component_name":"{{name}}","run_id":" r ","attempt":3,"metadata":{"a":"1","n":2},"budget":{"deadline_ms":1900000001500} }
            """);

        answer.MustComplete($$"""
            {"runId":"r","invocationId":"run-1:0","attempt":3,"componentName":"{{name}}","metadata":{"a":"1","n":"2","component_type":"{{type}}","component_name":"{{name}}"},"caller":null,"deadline":"2030-03-17T17:46:41.5+00:00"}
            """);
    }

    [Theory]
    [InlineData("""{"trigger_type":"mcp","mcp.server":"s","mcp.tool":"t","mcp.subject":"u","mcp.auth_method":"oauth","mcp.client":"c"}""",
        """{"server":"s","tool":"t","subject":"u","authMethod":"oauth","client":"c"}""")]
    [InlineData("""{"trigger_type":"mcp","mcp.server":"s"}""", """{"server":"s","tool":"","subject":"","authMethod":"","client":""}""")]
    [InlineData("""{"trigger_type":"mcp","mcp.tool":"t"}""", "null")]
    [InlineData("""{"trigger_type":"cron","mcp.server":"s"}""", "null")]
    [InlineData("""{"mcp.server":"s"}""", "null")]
    public async Task A_caller_is_there_when_a_hosted_server_started_the_run(string metadata, string caller)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("look_around").SliceAsync(metadata);

        Assert.Equal(caller, answer.Json["output"]!["caller"]?.ToJsonString() ?? "null");
    }
}
