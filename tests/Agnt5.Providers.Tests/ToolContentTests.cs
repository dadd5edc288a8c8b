using System.Text.Json;
using System.Text.RegularExpressions;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>Tools that give texts and images instead of JSON.</summary>
public sealed class ToolContentTests
{
    private const string Png = "iVBORw0KGgo=";

    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    [Theory]
    [Backs("Images")]
    [MemberData(nameof(Providers))]
    public async Task An_image_that_a_tool_gives_is_shown_to_the_model_and_not_spelled_out_as_JSON(string provider, bool isStreaming)
    {
        await using var run = await StartAsync(provider, Returns("draw", static () => new DataContent(Convert.FromBase64String(Png), "image/png")));
        run.Server.Replies(run.Wire.Calls(isStreaming, new WireCall("call_1", "draw", "{}")), run.Wire.Says("A dot.", isStreaming));

        (await run.Turn("studio", "Draw.", isStreaming).SliceAsync()).MustComplete("\"A dot.\"");

        var request = run.Server.Requests[1];
        Assert.Equal([Png], run.Wire.ImagesOf(request.Body));
        Assert.Equal(2, request.Text.Split(Png).Length);
        Assert.DoesNotContain("$type", request.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anthropic", true)]
    [InlineData("OpenAI responses", true)]
    [InlineData("OpenAI chat", false)]
    [InlineData("Ollama", false)]
    public async Task An_image_stays_within_its_result_where_the_provider_takes_it_there_and_follows_it_elsewhere(string provider, bool isWithin)
    {
        await using var run = await StartAsync(provider, Returns("draw", static () => new DataContent(Convert.FromBase64String(Png), "image/png")));
        run.Server.Replies(run.Wire.Calls(streams: false, new WireCall("call_1", "draw", "{}")), run.Wire.Says("A dot."));

        (await run.Turn("studio", "Draw.").SliceAsync()).MustComplete("\"A dot.\"");

        var request = run.Server.Requests[1];
        Assert.Equal(!isWithin, request.Text.Contains("The result of draw", StringComparison.Ordinal));
        Assert.Equal([isWithin ? "" : "[image/png, 8 bytes: in the next message]"], run.Wire.ToolResultsOf(request.Body));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Each_text_and_image_of_several_calls_is_told_from_the_others(string provider, bool isStreaming)
    {
        await using var run = await StartAsync(
            provider,
            Returns("draw", static () => new List<AIContent> { new TextContent("A dot"), new DataContent(Convert.FromBase64String(Png), "image/png"), new TextContent("and nothing else") }),
            Returns("point", static () => new UriContent("https://example.com/a.png", "image/png")),
            Returns("say", static () => new AIContent[] { new TextContent("one"), new TextContent(" "), new TextContent("two") }));
        run.Server.Replies(
            run.Wire.Calls(isStreaming, new WireCall("call_1", "draw", "{}"), new WireCall("call_2", "point", "{}"), new WireCall("call_3", "say", "{}")), run.Wire.Says("I see.", isStreaming));

        (await run.Turn("studio", "Draw.", isStreaming).SliceAsync()).MustComplete("\"I see.\"");

        var request = run.Server.Requests[1].Body;
        var results = run.Wire.ToolResultsOf(request);
        Assert.Equal(3, results.Count);
        Assert.StartsWith("A dot\n", results[0], StringComparison.Ordinal);
        Assert.EndsWith("and nothing else", results[0], StringComparison.Ordinal);
        Assert.Equal("one\ntwo", results[2]);
        Assert.Equal(Png, run.Wire.ImagesOf(request)[0]);
        Assert.Contains("https://example.com/a.png", request.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_turn_that_is_cut_after_each_step_sends_what_an_uncut_one_sends(string provider, bool isStreaming)
    {
        var functions = new[]
        {
            Returns("draw", static () => new AIContent[]
            {
                new TextContent("A dot"), new DataContent(Convert.FromBase64String(Png), "image/png") { Name = "dot.png" }, new UriContent("https://example.com/a.pdf", "application/pdf"),
            }),
            Returns("say", static () => new TextContent("hello")),
            Returns("list", static () => new[] { new { name = "é", size = 1.50m } }),
        };
        var sent = new List<string>();
        foreach (var isCut in new[] { false, true })
        {
            await using var run = await StartAsync(provider, functions);
            run.Server.Replies(
                run.Wire.Calls(isStreaming, new WireCall("call_1", "draw", "{}"), new WireCall("call_2", "say", "{}"), new WireCall("call_3", "list", "{}")), run.Wire.Says("I see.", isStreaming));
            var turn = run.Turn("studio", "Draw.", isStreaming);

            (isCut ? await turn.CutAfterEachStepAsync() : await turn.SliceAsync()).MustComplete("\"I see.\"");

            Assert.Equal(2, run.Server.Requests.Count);
            // The adapter of Ollama makes up ids.
            sent.Add(Regex.Replace(run.Server.Requests[1].Text, "\\b[0-9a-f]{8}\\b", "ID"));
        }

        Assert.Equal(sent[0], sent[1]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_result_goes_to_the_model_without_white_space_between_its_tokens(string provider, bool isStreaming)
    {
        await using var run = await StartAsync(
            provider,
            Returns("list", static () => Enumerable.Range(0, 100).Select(static number => new { id = $"o-{number}", isOpen = number % 2 == 0, total = number * 1.25m })),
            new ReturnsJson("foreign", """{ "name" : "\u00e9 \n", "list": [ 1, 2 ] }"""));
        run.Server.Replies(
            run.Wire.Calls(isStreaming, new WireCall("call_1", "list", "{}"), new WireCall("call_2", "foreign", "{}")), run.Wire.Says("Many.", isStreaming));

        (await run.Turn("studio", "List.", isStreaming).SliceAsync()).MustComplete("\"Many.\"");

        var results = run.Wire.ToolResultsOf(run.Server.Requests[1].Body);
        Assert.StartsWith("""[{"id":"o-0","isOpen":true,"total":0""", results[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\n", run.Server.Requests[1].Text.ReplaceLineEndings("").Replace("\\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("""{"name":"é \n","list":[1,2]}""", results[1]);
        // A quotation mark of the result is escaped once, by the request.
        Assert.Contains("\\\"o-99\\\"", run.Server.Requests[1].Text.Replace("\\u0022", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_tool_of_the_project_may_give_contents_too(string provider, bool isStreaming)
    {
        await using var run = await StartAsync(provider);
        run.Server.Replies(
            run.Wire.Calls(isStreaming, new WireCall("call_1", "paint", "{}"), new WireCall("call_2", "paint_with_title", "{}"), new WireCall("call_3", "name_painter", "{}")),
            run.Wire.Says("I see.", isStreaming));

        (await run.Turn("painter", "Paint.", isStreaming).CutAfterEachStepAsync()).MustComplete("\"I see.\"");

        var request = run.Server.Requests[1].Body;
        Assert.StartsWith("Dawn", run.Wire.ToolResultsOf(request)[1], StringComparison.Ordinal);
        Assert.Equal("Ada", run.Wire.ToolResultsOf(request)[2]);
        Assert.Equal([Png, Png], run.Wire.ImagesOf(request));
    }

    [Fact]
    public async Task Contents_that_are_made_when_they_are_asked_for_are_made_once()
    {
        var functions = 0;
        IEnumerable<AIContent> Lazy()
        {
            functions++;
            yield return new TextContent("one");
        }

        await using var run = await ProviderRun.StartAsync(Provider.Anthropic, services => services.AddKeyedSingleton("painter", Returns("lazy", Lazy)));
        run.Server.Replies(
            run.Wire.Calls(false, new WireCall("call_1", "sell_painting", "{}"), new WireCall("call_2", "ship_painting", "{}"), new WireCall("call_3", "lazy", "{}")), run.Wire.Says("I see."));

        (await run.Turn("painter", "Sell.").CutAfterEachStepAsync()).MustComplete("\"I see.\"");

        Assert.Equal(["shipped", "sold"], run.Endpoint.Diary.Order());
        Assert.Equal(1, functions);
        var request = run.Server.Requests[1].Body;
        Assert.Equal("Sold", run.Wire.ToolResultsOf(request)[0]);
        Assert.Equal([Png, Png], run.Wire.ImagesOf(request));
    }

    [Theory]
    [InlineData("sell_painting", "sold")]
    [InlineData("ship_painting", "shipped")]
    public async Task Contents_for_a_caller_outside_of_AGNT5_are_made_once_too(string tool, string line)
    {
        var services = new ServiceCollection().AddSingleton<Diary>().BuildServiceProvider();

        var result = await new ToolHost(Agnt5Components.Catalog, services).CallAsync(tool, "{}"u8.ToArray());

        Assert.Equal([line], services.GetRequiredService<Diary>().Lines);
        Assert.Contains(Png, System.Text.Encoding.UTF8.GetString(result.Json.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contents_cross_the_wire_as_inputs_outputs_and_results_of_steps()
    {
        await using var run = await StartAsync(Provider.Anthropic.Name);
        (await run.Endpoint.Run("tool", "paint", "{}").SliceAsync()).MustComplete("{\"$type\":\"data\",\"uri\":\"data:image/png;base64," + Png + "\"}");
        (await run.Endpoint.Run("tool", "label_painting", """{"title":"Dawn","painting":{"$type":"text","text":"red"},"others":[{"$type":"data","uri":"data:image/png;base64,AAAA"}]}""").SliceAsync())
            .MustComplete("""{"title":"Dawn!","painting":{"$type":"text","text":"red"},"others":[{"$type":"data","uri":"data:image/png;base64,AAAA"}]}""");
        var turn = run.Endpoint.Run("workflow", "frame", $$$"""{"given":{"$type":"data","uri":"data:image/gif;base64,{{{Png}}}"},"title":"Dawn"}""");
        await turn.SliceAsync();
        run.Endpoint.Time.Advance(TimeSpan.FromHours(1));

        (await turn.SliceAsync()).MustComplete($"\"Dawn: image/gif {Png} image/png {Png}\"");
    }

    [Theory]
    [InlineData("7", "$.given: expected a value that DataContent accepts, got a number")]
    [InlineData("""{"$type":"text","text":"no"}""", "$.given: expected a value that DataContent accepts, got an object")]
    [InlineData("""{"$type":"data","uri":"no"}""", "$.given: expected a value that DataContent accepts, got an object")]
    public async Task An_input_that_is_no_such_content_is_refused(string given, string problem)
    {
        await using var run = await StartAsync(Provider.Anthropic.Name);

        var answer = await run.Endpoint.Run("workflow", "frame", $$$"""{"given":{{{given}}},"title":"Dawn"}""").SliceAsync();

        Assert.Equal(problem, answer.Json["error"]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_result_that_is_too_large_says_that_its_image_counts_and_what_to_give_instead()
    {
        await using var run = await StartAsync(Provider.OpenAIChat.Name, Returns("draw", static () => new DataContent(new byte[1024 * 1024], "image/png")));
        run.Server.Replies(run.Wire.Calls(streams: false, new WireCall("call_1", "draw", "{}")), run.Wire.Says("Too large."));

        (await run.Turn("studio", "Draw.").SliceAsync()).MustComplete("\"Too large.\"");

        var told = Assert.Single(run.Wire.ToolResultsOf(run.Server.Requests[1].Body));
        Assert.Matches(@"^Error: The tool 'draw' returned 139\d{4} bytes of JSON, base64 included, and a model is given at most 1048576", told);
        Assert.Contains("UriContent", told, StringComparison.Ordinal);
    }

    private static Task<ProviderRun> StartAsync(string provider, params AIFunction[] functions) => ProviderRun.StartAsync(Provider.Named(provider), services =>
    {
        foreach (var function in functions)
            services.AddKeyedSingleton("studio", function);
    });

    private static AIFunction Returns<T>(string name, Func<T> result) => AIFunctionFactory.Create(result, name, $"Does {name}.");

    /// <summary>A function that returns the JSON of somebody else.</summary>
    private sealed class ReturnsJson(string name, string json) : AIFunction
    {
        public override string Name => name;

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => new(JsonDocument.Parse(json).RootElement);
    }
}
