using System.Text.Json.Nodes;
using Agnt5.Mcp.Tests.Hosting;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

public sealed class ListTests
{
    [Theory]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task The_official_client_finds_every_tool_that_needs_no_confirmation_and_nothing_else(string revision)
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync(revision);

        var tools = await client.ListToolsAsync();

        Assert.Equal(("shop", "1.2.3"), (client.ServerInfo!.Name, client.ServerInfo.Version));
        Assert.Equal(
            [
                "announce", "close_vault", "count", "dig", "draw_dot", "draw_nothing", "explain_dot", "fail", "find_level", "find_order", "forget", "gr_e_26030442",
                "greet", "leave_vault", "list_vault", "lookup_order", "meet", "mutter", "open_vault", "paint", "pay", "report_and_wait", "ring", "shop.open", "shop_close", "stop_badly",
                "wait_for_ever", "who_calls", "write_letter",
            ],
            tools.Select(static tool => tool.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_model_reads_the_description_and_the_schemas_of_the_manifest()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        var tool = (await client.ListToolsAsync()).Single(static tool => tool.Name == "lookup_order").ProtocolTool;

        var manifest = JsonNode.Parse(Agnt5Components.Catalog.ManifestComponents.ToArray())!.AsArray().Single(static entry => entry!["name"]!.GetValue<string>() == "lookup_order")!;
        Assert.Equal("Looks up an order.", tool.Description);
        Assert.True(JsonNode.DeepEquals(manifest["input_schema"], JsonNode.Parse(tool.InputSchema.GetRawText())));
        Assert.True(JsonNode.DeepEquals(manifest["output_schema"], JsonNode.Parse(tool.OutputSchema!.Value.GetRawText())));
        Assert.Null(tool.Annotations);
    }

    [Fact]
    public async Task A_tool_without_parameters_has_a_schema_that_the_APIs_of_models_accept()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        var tool = (await client.ListToolsAsync()).Single(static tool => tool.Name == "ring").ProtocolTool;

        Assert.Equal("""{"type":"object","properties":{}}""", tool.InputSchema.GetRawText());
    }

    [Fact]
    public async Task A_tool_that_requires_confirmation_is_served_only_where_the_app_says_so_and_is_marked()
    {
        await using var app = await McpApp.StartAsync(options: static options => options.IncludeToolsThatRequireConfirmation = true);
        await using var client = await app.ConnectAsync();

        var refund = (await client.ListToolsAsync()).Single(static tool => tool.Name == "refund");

        Assert.True(refund.ProtocolTool.Annotations!.DestructiveHint);
        var result = await client.CallToolAsync("refund", new Dictionary<string, object?> { ["id"] = "o-1" });
        Assert.Equal("refunded o-1", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }
}
