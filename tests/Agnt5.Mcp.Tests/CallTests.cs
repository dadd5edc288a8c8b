using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

public sealed class CallTests
{
    [Theory]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task The_official_client_calls_a_tool_and_gets_its_result_as_text_and_as_structure(string revision)
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync(revision);

        var result = await client.CallToolAsync("lookup_order", new Dictionary<string, object?> { ["id"] = "o-1", ["detailed"] = true });

        const string Expected = """{"id":"o-1","status":"shipped","limit":10,"detailed":true}""";
        Assert.NotEqual(true, result.IsError);
        Assert.Equal(Expected, Text(result));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Expected), JsonNode.Parse(result.StructuredContent!.Value.GetRawText())));
    }

    [Theory]
    [InlineData("greet", """{"name":"Jürgen"}""", "Grüß dich, \"Jürgen\"")]
    [InlineData("count", """{"to":3}""", "[1,2,3]")]
    [InlineData("find_order", """{"id":"o-2"}""", """{"id":"o-2","status":"open","limit":0,"detailed":false}""")]
    [InlineData("find_order", """{"id":"none"}""", "null")]
    [InlineData("forget", "{}", null)]
    public async Task A_result_of_any_type_reaches_the_model_as_it_would_read_it(string tool, string arguments, string? text)
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        var result = await client.CallToolAsync(tool, Arguments(arguments));

        Assert.NotEqual(true, result.IsError);
        Assert.Equal(text, result.Content.Count == 0 ? null : Text(result));
        Assert.Null(result.StructuredContent);
    }

    [Fact]
    public async Task A_model_reads_why_a_tool_failed_and_nothing_of_the_code_behind_it()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        var result = await client.CallToolAsync("fail", new Dictionary<string, object?> { ["why"] = "The warehouse is closed." });

        Assert.True(result.IsError);
        Assert.Equal("The warehouse is closed.", Text(result));
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", false, false)]
    [InlineData("Production", null, false)]
    [InlineData("Production", true, true)]
    public async Task Refused_arguments_come_back_in_words_of_their_own_only_where_the_app_quotes(string environment, bool? quotes, bool isQuoted)
    {
        await using var app = await McpApp.StartAsync(
            services => services.Configure<ServerlessOptions>(options => (options.SigningSecret, options.QuoteRefusedValues) = ("a secret of the test", quotes)),
            static options => options.AllowAnonymous = true,
            environment: environment);
        await using var client = await app.ConnectAsync();

        var result = await client.CallToolAsync("lookup_order", Arguments("""{"id":"o-1","limit":"4111"}"""));

        Assert.True(result.IsError);
        Assert.Equal($"$.limit: expected integer from -2147483648 to 2147483647, got {(isQuoted ? "\"4111\"" : "a string")}", Text(result));
    }

    [Fact]
    public async Task A_model_reads_every_problem_of_its_arguments_with_the_path()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        var result = await client.CallToolAsync("lookup_order", Arguments("""{"limit":1000,"detailed":"yes"}"""));

        Assert.True(result.IsError);
        foreach (var path in new[] { "id", "limit", "detailed" })
            Assert.Contains(path, Text(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task A_tool_that_does_not_exist_is_the_clients_error(string revision)
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync(revision);

        var exception = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CallToolAsync("nobody"));

        Assert.Equal(McpErrorCode.InvalidParams, exception.ErrorCode);
    }

    [Fact]
    public async Task Two_calls_of_one_client_run_at_the_same_time()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        // Each waits until the other is there.
        var calls = await Task.WhenAll(Meet("Ada"), Meet("Grace"));

        Assert.Equal(["Ada", "Grace"], calls.Select(Text));

        Task<CallToolResult> Meet(string name) => client.CallToolAsync("meet", new Dictionary<string, object?> { ["name"] = name }).AsTask();
    }

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task A_tool_stops_when_its_client_gives_up(string revision)
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync(revision);
        using var patience = new CancellationTokenSource();
        var call = client.CallToolAsync("wait_for_ever", cancellationToken: patience.Token).AsTask();
        await app.Meeting.Waits.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await patience.CancelAsync();

        await app.Meeting.WasCancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }

    [Fact]
    public async Task A_tool_knows_who_called()
    {
        await using var app = await McpApp.StartAsync(services: TokenAuthentication.Add, map: static app => app.MapAgnt5Mcp().RequireAuthorization());
        await using var client = await app.ConnectAsync("2026-07-28", TokenAuthentication.Token);

        var result = await client.CallToolAsync("who_calls");

        Assert.Equal("""{"server":"shop","tool":"who_calls","subject":"user-7","authMethod":"Token","client":"test-client"}""", Text(result));
    }

    [Fact]
    public async Task A_tool_that_serves_everybody_knows_of_an_unknown_caller()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync("2025-11-25");

        var result = await client.CallToolAsync("who_calls");

        Assert.Equal("""{"server":"shop","tool":"who_calls","subject":"","authMethod":"","client":""}""", Text(result));
    }

    private static Dictionary<string, object?> Arguments(string json) =>
        JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(static member => member.Name, static member => (object?)member.Value);

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
