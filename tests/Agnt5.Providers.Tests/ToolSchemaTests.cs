using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>What a provider is told of tools, and what the tools get.</summary>
public sealed class ToolSchemaTests
{
    private const string Card = """{"$type":"card","amount":5,"number":"4711"}""";
    private const string TakenCard = "CardPay { Amount = 5, Number = 4711 }";

    public static TheoryData<string> Providers => [.. Provider.All.Select(static provider => provider.Name)];

    public static TheoryData<string, string, string, string> Calls()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var provider in Provider.All)
        {
            data.Add(provider.Name, "take_pay", $$"""{"input":{{Card}}}""", $"take {TakenCard}");
            data.Add(provider.Name, "take_pay", Card, $"take {TakenCard}");
            data.Add(provider.Name, "pay_back", $$$"""{"reason":"broken","receipt":{"paid":{{{Card}}}}}""", $"pay back broken {TakenCard} ");
            data.Add(provider.Name, "add_up", """{"input":[1,2,3]}""", "add up 6");
            data.Add(provider.Name, "count_kinds", """{"a":1}""", "count [a, 1]");
            data.Add(provider.Name, "open", "{}", "open");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_tool_of_any_form_of_input_is_called(string provider, string tool, string arguments, string diary)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", tool, arguments)), run.Wire.Says("Done."));

        await run.Turn("cashier", "?").SliceAsync();

        Assert.Equal([diary], run.Endpoint.Diary);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Each_tool_is_described_by_an_object_with_properties(string provider)
    {
        var tools = await ToolsOf(provider, "cashier");

        foreach (var (name, schema) in tools)
        {
            Assert.True(schema!["type"]!.GetValue<string>() == "object", name);
            Assert.True(schema["properties"] is JsonObject, name);
            Assert.Null(schema["anyOf"]);
            Schemas.AssertNothingBecameProse(schema);
        }

        Assert.Equal(["$type,number,amount", "$type,iban,amount"], Schemas.Branches(tools["take_pay"]!["properties"]!["input"]!));
        var receipt = tools["pay_back"]!["properties"]!["receipt"]!;
        Assert.Equal(["$type,number,amount", "$type,iban,amount"], Schemas.Branches(Schemas.Resolve(tools["pay_back"]!, receipt["properties"]!["paid"]!)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_bounds_and_patterns_of_types_are_left_out_and_those_of_the_tool_stay(string provider)
    {
        var text = (await ToolsOf(provider, "cashier"))["wait"]!.ToJsonString();

        foreach (var bound in (string[])["2147483647", "9223372036854775807", "18446744073709551615", "10675199", "1701411834"])
            Assert.DoesNotContain(bound, text, StringComparison.Ordinal);
        foreach (var kept in (string[])["maximum", "100", "255", "minimum"])
            Assert.Contains(kept, text, StringComparison.Ordinal);
        Assert.True(text.Length < 1100, text);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_tool_that_nests_deeper_than_readers_follow_is_offered_beside_the_others_and_called(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "dig", Schemas.Deep), new WireCall("call_2", "find_book", """{"title":"Emma"}""")), run.Wire.Says("Done."));

        var answer = await run.Turn("miner", "?").SliceAsync();

        Assert.Equal("completed", answer.Json["status"]!.GetValue<string>());
        Assert.Equal(["dig True", "find_book Emma"], run.Endpoint.Diary.Order(StringComparer.Ordinal));
        var tools = run.Wire.ToolsOf(run.Server.Requests[0].Body);
        Assert.Contains("value", tools["dig"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_and_the_events_see_the_input_that_the_tool_gets()
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat);
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "take_large_pay", $$"""{"input":{{Card}}}""")), run.Wire.Says("Done."));
        var turn = run.Turn("cashier", "?");

        var asked = await turn.SliceAsync();

        var question = asked.Json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Contains($"with {Card}?", question.Replace("\\\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(turn.EventTexts, static data => data.Contains("\"arguments\":{\"$type\":\"card\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_function_of_the_app_whose_arguments_are_a_union_gets_them_unwrapped()
    {
        var function = new UnionFunction();
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, services => services.AddKeyedSingleton<AIFunction>("librarian", function));
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "either", """{"input":{"a":1}}""")), run.Wire.Says("Done."));

        await run.Turn("librarian", "?").SliceAsync();

        Assert.Equal("a=1", function.Got);
        Assert.NotNull(run.Wire.ToolsOf(run.Server.Requests[0].Body)["either"]!["properties"]!["input"]!["anyOf"]);
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("[1]")]
    [InlineData("null")]
    public async Task A_function_whose_input_is_no_object_is_not_called_and_nobody_is_asked(string input)
    {
        var function = new UnionFunction();
        await using var run = await ProviderRun.StartAsync(
            Provider.OpenAIChat, services => services.AddKeyedSingleton<AIFunction>("librarian", new ApprovalRequiredAIFunction(function)));
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "either", $$"""{"input":{{input}}}""")), run.Wire.Says("Done."));

        (await run.Turn("librarian", "?").CutAfterEachStepAsync()).MustComplete("\"Done.\"");

        Assert.Null(function.Got);
        Assert.Contains("$: expected object", run.Wire.ToolResultsOf(run.Server.Requests[1].Body).Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    public async Task Arguments_that_nest_deeply_reach_a_function_by_whatever_name_it_is_called(int levels)
    {
        var deep = System.Text.Json.JsonDocument.Parse(
            $"{string.Concat(Enumerable.Repeat("[", levels))}{new string(']', levels)}", new System.Text.Json.JsonDocumentOptions { MaxDepth = 500 }).RootElement;
        var got = "";
        var function = AIFunctionFactory.Create((System.Text.Json.JsonElement tree) => got = tree.GetRawText(), "trees.plant");
        var model = new ScriptedModel().Calls(new FunctionCallContent("call_1", "trees_plant", new Dictionary<string, object?> { ["tree"] = deep })).Says("Done.");
        await using var run = await ProviderRun.StartAsync(
            Provider.OpenAIChat, services => services.AddSingleton<IChatClient>(model).AddKeyedSingleton<AIFunction>("librarian", function));

        (await run.Turn("librarian", "?").CutAfterEachStepAsync()).MustComplete("\"Done.\"");

        Assert.Equal(deep.GetRawText(), got);
    }

    private static async Task<IReadOnlyDictionary<string, JsonNode?>> ToolsOf(string provider, string agent)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says("Done."));
        await run.Turn(agent, "?").SliceAsync();
        return run.Wire.ToolsOf(run.Server.Requests.Single().Body);
    }

    private sealed class UnionFunction : AIFunction
    {
        public string? Got { get; private set; }

        public override string Name => "either";

        public override System.Text.Json.JsonElement JsonSchema { get; } = System.Text.Json.JsonDocument.Parse(
            """{"type":"object","anyOf":[{"properties":{"a":{"type":"integer"}},"required":["a"]},{"properties":{"b":{"type":"string"}},"required":["b"]}]}""").RootElement;

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
        {
            Got = string.Join(",", arguments.Select(static argument => $"{argument.Key}={argument.Value}"));
            return ValueTask.FromResult<object?>("done");
        }
    }
}
