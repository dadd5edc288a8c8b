using System.Text.RegularExpressions;
using Agnt5.Mcp.Tests.Components;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp.Tests;

/// <summary>What a client that nobody knows is told of failures outside of Development.</summary>
public sealed partial class DisclosureTests
{
    [Theory]
    [InlineData("open_vault", "InvalidOperationException")]
    [InlineData("list_vault", "UnwritableException")]
    public async Task A_client_gets_the_type_of_a_failure_and_the_reference_of_the_log(string tool, string type)
    {
        var log = new KeptLog();
        await using var app = await StartAsync(log);

        var answer = await CallAsync(app, tool);

        Assert.True(answer.Json!["result"]!["isError"]!.GetValue<bool>());
        Assert.DoesNotContain("hunter2", answer.Json.ToJsonString(), StringComparison.Ordinal);
        var told = Told().Match(answer.Json["result"]!["content"]![0]!["text"]!.GetValue<string>());
        Assert.Equal(type, told.Groups[1].Value);
        var line = Assert.Single(log.Lines, line => line.Line.Contains(told.Groups[2].Value, StringComparison.Ordinal));
        Assert.Contains("hunter2", line.Exception!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_tool_says_to_its_caller_reaches_the_client()
    {
        await using var app = await StartAsync(new KeptLog());

        Assert.Equal("The vault closes at six.", (await CallAsync(app, "close_vault")).Json!["result"]!["content"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_service_that_cannot_be_put_away_tells_the_client_nothing()
    {
        await using var app = await StartAsync(new KeptLog());

        Assert.DoesNotContain("hunter2", (await CallAsync(app, "leave_vault")).Json!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, ", got a string")]
    [InlineData(true, ", got \"4111-1111\"")]
    public async Task Arguments_that_do_not_bind_are_repeated_only_where_the_app_says_so(bool? quotes, string told)
    {
        await using var app = await StartAsync(new KeptLog(), options => options.QuoteRefusedValues = quotes);

        var answer = await CallAsync(app, "lookup_order", """{"id":"o-1","limit":"4111-1111"}""");

        var text = answer.Json!["result"]!["content"]![0]!["text"]!.GetValue<string>();
        Assert.StartsWith("$.limit: expected ", text, StringComparison.Ordinal);
        Assert.EndsWith(told, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":5}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":"hunter2","clientInfo":[]}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":{"hunter2":1}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"greet","arguments":{},"_meta":"hunter2"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"greet","arguments":{},"inputResponses":["hunter2"]}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"greet","arguments":{},"requestState":{"hunter2":1}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/clientCapabilities":"hunter2"}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"logging/setLevel","params":{"level":"hunter2"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{"_meta":{"io.modelcontextprotocol/clientInfo":"hunter2"}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1.5,"method":"ping"}""")]
    public async Task A_request_that_the_protocol_library_cannot_read_is_refused_without_its_exceptions_and_values(string body)
    {
        foreach (var stateful in new[] { false, true })
        {
            await using var app = await McpApp.StartAsync(
                options: options => (options.AllowAnonymous, options.Stateful) = (true, stateful), environment: "Production");

            var answer = await WireAnswer.PostAsync(app, body);

            var text = answer.Json?.ToJsonString() ?? "";
            foreach (var told in new[] { "hunter2", "Exception", "System.", "ModelContextProtocol.", "JsonElement", "$.", "Path:" })
                Assert.DoesNotContain(told, text, StringComparison.Ordinal);
            Assert.True((int)answer.Status < 500, $"{answer.Status}: {text}");
            Assert.Equal(System.Net.HttpStatusCode.OK, (await WireAnswer.PostAsync(app, """{"jsonrpc":"2.0","id":2,"method":"ping"}""")).Status);
        }
    }

    [Fact]
    public async Task The_app_decides_what_clients_are_told()
    {
        await using var app = await StartAsync(new KeptLog(), static options =>
            options.FailureMessageForModels = static failure => failure.Is<FormatException>() ? $"{failure.StepKey} is out of order." : null);

        Assert.Equal("open_vault is out of order.", (await CallAsync(app, "open_vault")).Json!["result"]!["content"]![0]!["text"]!.GetValue<string>());
    }

    private static Task<McpApp> StartAsync(KeptLog log, Action<ServerlessOptions>? configure = null) => McpApp.StartAsync(
        services => services.AddSingleton<ILoggerProvider>(log).Configure(configure ?? (static _ => { })),
        static options => options.AllowAnonymous = true,
        environment: "Production");

    private static Task<WireAnswer> CallAsync(McpApp app, string tool, string arguments = "{}") =>
        WireAnswer.PostAsync(app, $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}} } }""");

    [GeneratedRegex("^Failed with ([A-Za-z]+)\\. The endpoint's log has the reason, under reference ([0-9a-f]{12})\\.$")]
    private static partial Regex Told();
}
