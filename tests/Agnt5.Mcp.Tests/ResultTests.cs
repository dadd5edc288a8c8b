using System.Text.Json.Nodes;
using Agnt5.Mcp.Tests.Hosting;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

/// <summary>Results that are more than a client can take.</summary>
public sealed class ResultTests
{
    [Fact]
    public async Task A_model_learns_that_a_result_is_too_large_and_that_the_tool_has_run()
    {
        await using var app = await McpApp.StartAsync(options: static options => options.MaxResultBytes = 1000);
        await using var client = await app.ConnectAsync();

        var fits = await client.CallToolAsync("write_letter", new Dictionary<string, object?> { ["length"] = 998 });
        var tooLarge = await client.CallToolAsync("write_letter", new Dictionary<string, object?> { ["length"] = 999 });

        Assert.Equal(new string('a', 998), Text(fits));
        Assert.True(tooLarge.IsError);
        Assert.Equal("The tool ran, and its result of 1001 bytes is larger than this server's limit of 1000. Ask it for less.", Text(tooLarge));
    }

    [Fact]
    public async Task A_result_of_a_megabyte_is_served_unless_the_app_says_otherwise()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        Assert.NotEqual(true, (await client.CallToolAsync("write_letter", new Dictionary<string, object?> { ["length"] = 1024 * 1024 - 2 })).IsError);
        Assert.True((await client.CallToolAsync("write_letter", new Dictionary<string, object?> { ["length"] = 1024 * 1024 })).IsError);
    }

    [Fact]
    public async Task An_image_of_a_tool_reaches_the_model_as_an_image()
    {
        await using var app = await McpApp.StartAsync();
        await using var client = await app.ConnectAsync();

        var dot = Assert.IsType<ImageContentBlock>(Assert.Single((await client.CallToolAsync("draw_dot")).Content));
        var explained = (await client.CallToolAsync("explain_dot")).Content;
        var failed = await client.CallToolAsync("draw_nothing");

        Assert.Equal(("image/png", "AQID"), (dot.MimeType, Convert.ToBase64String(dot.DecodedData.Span)));
        Assert.Equal("A dot.", Assert.IsType<TextContentBlock>(explained[0]).Text);
        Assert.IsType<ImageContentBlock>(explained[1]);
        Assert.Equal("https://dots.example.com/1.png", Assert.IsType<TextContentBlock>(explained[2]).Text);
        Assert.True(failed.IsError);
        Assert.Equal("There is no ink.", Text(failed));
    }

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}
