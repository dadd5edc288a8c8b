using System.Text.Json;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace Agnt5.Providers.Tests;

/// <summary>Tools of a real MCP server, as its real client gives them.</summary>
public sealed class McpToolTests
{
    private const string Png = "iVBORw0KGgo=";

    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    public static TheoryData<string> ProviderNames => [.. Provider.All.Select(static provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Texts_images_and_structured_results_reach_the_model_as_such(string provider, bool isStreaming)
    {
        var rows = JsonSerializer.SerializeToElement(new { rows = new[] { 1, 2 } });
        await using var server = await McpCounterpart.StartAsync(
            ("say", new CallToolResult { Content = [new TextContentBlock { Text = "hello" }] }),
            ("draw", new CallToolResult { Content = [new TextContentBlock { Text = "A dot" }, Image()] }),
            ("count", new CallToolResult { Content = [new TextContentBlock { Text = """{ "rows": [1, 2] }""" }], StructuredContent = rows }),
            ("chart", new CallToolResult { Content = [new TextContentBlock { Text = "Two rows." }, Image()], StructuredContent = rows }),
            ("link", new CallToolResult { Content = [new ResourceLinkBlock { Name = "notes", Uri = "file:///notes.md" }] }));
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider), await server.ToolsForAsync("studio"));
        run.Server.Replies(
            run.Wire.Calls(isStreaming, [.. new[] { "say", "draw", "count", "chart", "link" }.Select(static tool => new WireCall($"call_{tool}", tool, "{}"))]), run.Wire.Says("I see.", isStreaming));

        (await run.Turn("studio", "Look.", isStreaming).CutAfterEachStepAsync()).MustComplete("\"I see.\"");

        var request = run.Server.Requests[1];
        var results = run.Wire.ToolResultsOf(request.Body);
        Assert.Equal("hello", results[0]);
        Assert.StartsWith("A dot", results[1], StringComparison.Ordinal);
        Assert.Equal("""{"rows":[1,2]}""", results[2]);
        Assert.StartsWith("Two rows.\n", results[3], StringComparison.Ordinal);
        Assert.EndsWith("""{"rows":[1,2]}""", results[3], StringComparison.Ordinal);
        Assert.Equal("""{"type":"resource_link","uri":"file:///notes.md","name":"notes"}""", results[4]);
        Assert.Equal([Png, Png], run.Wire.ImagesOf(request.Body));
        Assert.DoesNotContain("mimeType", request.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_result_that_says_that_the_tool_failed_is_a_failure_and_the_model_is_told_why(string provider, bool isStreaming)
    {
        await using var server = await McpCounterpart.StartAsync(
            ("search", new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "There is no index." }, new TextContentBlock { Text = "Make one." }] }),
            ("blank", new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = " " }] }),
            ("silent", new CallToolResult { IsError = true }));
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider), await server.ToolsForAsync("studio"));
        run.Server.Replies(
            run.Wire.Calls(isStreaming, new WireCall("call_1", "search", "{}"), new WireCall("call_2", "blank", "{}"), new WireCall("call_3", "silent", "{}")), run.Wire.Says("Sorry.", isStreaming));
        var turn = run.Turn("studio", "Look.", isStreaming);

        (await turn.CutAfterEachStepAsync()).MustComplete("\"Sorry.\"");

        Assert.Equal(
            ["Error: There is no index.\nMake one.", "Error: The tool 'blank' of the MCP server failed and gave no reason.", "Error: The tool 'silent' of the MCP server failed and gave no reason."],
            run.Wire.ToolResultsOf(run.Server.Requests[1].Body));
        Assert.Equal(3, turn.Events.Count(static type => type == "tool_call.failed"));
        Assert.DoesNotContain("tool_call.completed", turn.Events);
        Assert.Contains(turn.EventTexts, static text => text.Contains("There is no index.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_that_a_result_reports_ends_the_turn_where_the_agent_says_so()
    {
        await using var server = await McpCounterpart.StartAsync(("search", new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "There is no index." }] }));
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic, await server.ToolsForAsync("strict_studio"));
        run.Server.Replies(run.Wire.Calls(streams: false, new WireCall("call_1", "search", "{}")));

        (await run.Turn("strict_studio", "Look.").SliceAsync()).MustFail("There is no index.", isFinal: false);
    }

    [Theory]
    [InlineData("""{"content":[{"type":"text","text":"a paragraph"}]}""")]
    [InlineData("""{"content":[{"type":"text","text":"Server=db;Password=hunter2"}],"isError":true}""")]
    public async Task A_result_of_the_apps_own_function_is_its_JSON_whatever_it_looks_like(string json)
    {
        var function = AIFunctionFactory.Create(() => JsonDocument.Parse(json).RootElement, "page", "Reads a page.");
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic, services => services.AddKeyedSingleton("studio", function));
        run.Server.Replies(run.Wire.Calls(streams: false, new WireCall("call_1", "page", "{}")), run.Wire.Says("I see."));
        var turn = run.Turn("studio", "Look.");

        (await turn.CutAfterEachStepAsync()).MustComplete("\"I see.\"");

        Assert.Equal([json], run.Wire.ToolResultsOf(run.Server.Requests[1].Body));
        Assert.DoesNotContain("tool_call.failed", turn.Events);
    }

    [Fact]
    public async Task A_tool_in_a_wrapper_is_read_as_the_tool()
    {
        var rows = JsonSerializer.SerializeToElement(new { rows = 1 });
        await using var server = await McpCounterpart.StartAsync(("link", new CallToolResult { Content = [new TextContentBlock { Text = "one" }], StructuredContent = rows }));
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic, await server.ToolsForAsync("studio", static tool => new ApprovalRequiredAIFunction(new Wrapper(tool))));
        run.Server.Replies(run.Wire.Calls(streams: false, new WireCall("call_1", "link", "{}")), run.Wire.Says("I see."));
        var turn = run.Turn("studio", "Look.");
        var asked = await turn.SliceAsync();

        (await turn.SliceAsync("""{"user_response":"approve"}""")).MustComplete("\"I see.\"");

        Assert.Equal("user_input_required", asked.Json["reason"]?.GetValue<string>());
        Assert.Equal(["one\n{\"rows\":1}"], run.Wire.ToolResultsOf(run.Server.Requests[1].Body));
    }

    private sealed class Wrapper(AIFunction inner) : DelegatingAIFunction(inner);

    private static ImageContentBlock Image() => ImageContentBlock.FromBytes(Convert.FromBase64String(Png), "image/png");
}
