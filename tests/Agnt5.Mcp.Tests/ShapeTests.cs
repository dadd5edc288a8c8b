using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

/// <summary>Tools whose inputs and names are not what clients take. One such tool must not hide the others.</summary>
public sealed class ShapeTests
{
    [Fact]
    public async Task A_tool_whose_input_nests_deep_is_listed_in_levels_that_clients_read_and_runs()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        var schema = (await client.ListToolsAsync()).Single(static tool => tool.Name == "dig").ProtocolTool.InputSchema;
        var place = Enumerable.Range(0, 24).Aggregate((JsonNode)new JsonObject { ["value"] = 7 }, static (inner, _) => new JsonObject { ["next"] = inner });
        var result = await client.CallToolAsync("dig", JsonSerializer.Deserialize<Dictionary<string, object?>>(place)!);

        Assert.True(schema.TryGetProperty("$defs", out _));
        Assert.Equal("dug", Text(result));
    }

    [Theory]
    [InlineData("pay", """{"input":{"$type":"card","number":"4111"}}""", "card 4111")]
    [InlineData("pay", """{"input":{"$type":"cash","coins":3}}""", "3 coins")]
    [InlineData("pay", """{"$type":"cash","coins":3}""", "3 coins")]
    public async Task An_input_that_is_no_plain_object_is_an_argument_of_its_own(string tool, string arguments, string expected)
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        var schema = (await client.ListToolsAsync()).Single(listed => listed.Name == tool).ProtocolTool.InputSchema;
        var result = await client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.True(schema.GetProperty("properties").TryGetProperty("input", out _));
        Assert.Equal(expected, Text(result));
    }

    [Fact]
    public async Task A_name_that_MCP_does_not_have_is_written_in_its_letters_and_called_by_them()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        var names = (await client.ListToolsAsync()).Select(static tool => tool.Name).ToArray();
        var size = Assert.Single(names, static name => name.StartsWith("gr_", StringComparison.Ordinal));

        Assert.All(names, static name => Assert.Matches("^[A-Za-z0-9_.-]{1,128}$", name));
        Assert.Equal("7", Text(await client.CallToolAsync(size)));
        Assert.Equal("open", Text(await client.CallToolAsync("shop.open")));
    }

    [Fact]
    public async Task Of_two_tools_that_clients_would_know_by_one_name_the_one_with_that_name_is_served_and_the_log_names_the_other()
    {
        var log = new KeptLog();
        await using var app = await McpApp.StartAsync(services => services.AddSingleton<ILoggerProvider>(log));
        await using var client = await app.ConnectAsync();

        Assert.Equal("closed", Text(await client.CallToolAsync("shop_close")));
        Assert.Single(log.Lines, static line => line.Line == "Tool shop/close is not served over MCP: clients would know it as shop_close, and that is another tool");
    }

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
