using System.Text.Json.Nodes;
using Agnt5.Mcp.Tests.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

/// <summary>How far a long tool is.</summary>
public sealed class ProgressTests
{
    [Theory]
    [InlineData("2024-11-05", false)]
    [InlineData("2025-11-25", false)]
    [InlineData("2025-11-25", true)]
    [InlineData("2026-07-28", false)]
    public async Task The_official_client_hears_how_far_a_tool_is_while_it_runs(string revision, bool stateful)
    {
        await using var app = await McpApp.StartAsync(options: options => options.Stateful = stateful);
        await using var client = await app.ConnectAsync(revision);
        var heard = new Heard(() => app.Meeting.MeetAsync(CancellationToken.None));

        var result = await client.CallToolAsync("announce", progress: heard);

        Assert.Equal("heard", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
        Assert.Equal((1, 2, "begun"), (heard.Value!.Progress, heard.Value.Total!.Value, heard.Value.Message!));
    }

    [Fact]
    public async Task Progress_comes_in_order_and_before_the_result()
    {
        await using var app = await McpApp.StartAsync();

        var answer = await CallAsync(app, "paint", """{"walls":3}""", "\"t-1\"");

        Assert.Equal("painted", Text(answer));
        Assert.Equal(
            [.. Enumerable.Range(1, 3).Select(static wall => $$"""{"progressToken":"t-1","progress":{{wall}},"total":3,"message":"wall {{wall}}"}""")],
            answer.Before.Select(static message => message["params"]!.ToJsonString()));
        Assert.All(answer.Before, static message => Assert.Equal("notifications/progress", message["method"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Progress_that_goes_back_and_what_is_no_number_is_not_passed_on()
    {
        await using var app = await McpApp.StartAsync();

        var answer = await CallAsync(app, "mutter", "{}", "7");

        Assert.Equal("muttered", Text(answer));
        Assert.Equal([0.25, 0.75], answer.Before.Select(static message => message["params"]!["progress"]!.GetValue<double>()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("true")]
    public async Task A_client_that_does_not_ask_gets_the_result_alone(string token)
    {
        await using var app = await McpApp.StartAsync();

        var answer = await CallAsync(app, "paint", """{"walls":3}""", token);

        Assert.Equal("painted", Text(answer));
        Assert.Empty(answer.Before);
    }

    [Fact]
    public async Task A_tool_that_is_faster_than_its_client_does_not_wait_and_the_last_progress_arrives()
    {
        await using var app = await McpApp.StartAsync();

        var answer = await CallAsync(app, "paint", """{"walls":20000}""", "7");

        var values = answer.Before.Select(static message => message["params"]!["progress"]!.GetValue<double>()).ToArray();
        Assert.Equal("painted", Text(answer));
        Assert.Equal(20_000, values[^1]);
        Assert.Equal(values.Order().Distinct(), values);
    }

    private static Task<WireAnswer> CallAsync(McpApp app, string tool, string arguments, string token) => WireAnswer.PostAsync(app, new JsonObject
    {
        ["jsonrpc"] = "2.0",
        ["id"] = 1,
        ["method"] = "tools/call",
        ["params"] = new JsonObject { ["name"] = tool, ["arguments"] = JsonNode.Parse(arguments), ["_meta"] = new JsonObject { ["progressToken"] = JsonNode.Parse(token) } },
    }.ToJsonString());

    private static string Text(WireAnswer answer) => answer.Json!["result"]!["content"]![0]!["text"]!.GetValue<string>();

    private sealed class Heard(Func<Task> then) : IProgress<ProgressNotificationValue>
    {
        public ProgressNotificationValue? Value { get; private set; }

        public void Report(ProgressNotificationValue value)
        {
            Value = value;
            _ = then();
        }
    }
}
