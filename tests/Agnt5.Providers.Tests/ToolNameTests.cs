using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>Names of tools that providers do not take: the model gets others, and everybody else sees the names of the project.</summary>
public sealed class ToolNameTests
{
    public static TheoryData<string> Providers => [.. Provider.All.Select(static provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_provider_gets_names_that_it_takes_and_their_calls_reach_the_tools(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Says("Done."));
        await run.Turn("registrar", "?").SliceAsync();
        string[] names = [.. run.Wire.ToolsOf(run.Server.Requests[0].Body).Keys];
        run.Server.Replies(
            run.Wire.Calls(false, new WireCall("call_1", names[0], """{"id":"o-1"}"""), new WireCall("call_2", names[1], """{"size":7}"""), new WireCall("call_3", names[2], "{}")),
            run.Wire.Says("Done."));
        var turn = run.Turn("registrar", "?");

        await turn.SliceAsync();

        Assert.All(names, static name => Assert.Matches("^[A-Za-z0-9_-]{1,64}$", name));
        Assert.Equal("orders_find_by_id", names[0]);
        Assert.StartsWith("gr_e_pr_fen_", names[1], StringComparison.Ordinal);
        Assert.Equal("transfer_to_front_desk", names[^1]);
        Assert.Contains("find o-1", run.Endpoint.Diary);
        Assert.Contains("ramble", run.Endpoint.Diary);
        Assert.Contains(run.Endpoint.Diary, static line => line.StartsWith("check 7 run-1:", StringComparison.Ordinal) && line.Contains("größe_prüfen", StringComparison.Ordinal));
        Assert.Contains(turn.EventTexts, static data => data.Contains("\"tool_name\":\"orders.find/by id\"", StringComparison.Ordinal));
        Assert.DoesNotContain(turn.EventTexts, static data => data.Contains("orders_find_by_id", StringComparison.Ordinal));
        Assert.Contains(names[0], run.Server.Requests[2].Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_model_hands_over_to_an_agent_whose_name_it_could_not_write(string provider)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "transfer_to_front_desk", "{}")), run.Wire.Says("Hello."));
        var turn = run.Turn("registrar", "?");

        await turn.SliceAsync();

        Assert.Contains(turn.EventTexts, static data => data.Contains("\"handoff_to\":\"front.desk\"", StringComparison.Ordinal));
        Assert.Contains(turn.EventTexts, static data => data.Contains("\"tool_name\":\"transfer_to_front.desk\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Anthropic", false)]
    [InlineData("Anthropic", true)]
    [InlineData("OpenAI chat", false)]
    [InlineData("OpenAI chat", true)]
    [InlineData("Ollama", false)]
    [InlineData("Ollama", true)]
    public async Task A_name_that_the_provider_would_refuse_does_not_go_back_to_it(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(
            run.Wire.Calls(
                isStreaming,
                new WireCall("call_1", "orders.find/by id", """{"id":"o-1"}"""),
                new WireCall("call_2", "functions.find", "{}"),
                new WireCall("call_3", "größe_prüfen", """{"size":7}""")),
            run.Wire.Calls(isStreaming, new WireCall("call_4", "transfer_to_front.desk", "{}")),
            run.Wire.Says("Done.", isStreaming));
        var turn = run.Turn("registrar", "?", isStreaming);

        (await turn.CutAfterEachStepAsync()).MustComplete("\"Done.\"");

        Assert.Contains("find o-1", run.Endpoint.Diary);
        Assert.Contains(turn.EventTexts, static data => data.Contains("\"tool_name\":\"functions.find\"", StringComparison.Ordinal));
        foreach (var request in run.Server.Requests)
            Assert.All(NamesIn(request.Body), static name => Assert.Matches("^[A-Za-z0-9_-]{1,64}$", name));
        Assert.Contains("functions_find", NamesIn(run.Server.Requests[1].Body));
        // The agent that took over has no tools, so those of the conversation are declared.
        Assert.Contains("orders_find_by_id", NamesIn(run.Server.Requests[2].Body));
    }

    [Fact]
    public async Task A_call_without_a_name_goes_back_with_one()
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "", "{}")), run.Wire.Says("Done."));

        (await run.Turn("registrar", "?").SliceAsync()).MustComplete("\"Done.\"");

        Assert.All(NamesIn(run.Server.Requests[1].Body), static name => Assert.Matches("^[A-Za-z0-9_-]{1,64}$", name));
    }

    // The names of tools and of calls, wherever the wire has them.
    private static IEnumerable<string> NamesIn(JsonNode? json) => json switch
    {
        JsonObject members => members.SelectMany(static member => NamesIn(member.Value)).Concat(
            members["name"] is JsonValue name && (members.ContainsKey("arguments") || members.ContainsKey("input") || members.ContainsKey("parameters") || members.ContainsKey("input_schema"))
                ? [name.GetValue<string>()] : []),
        JsonArray items => items.SelectMany(NamesIn),
        _ => [],
    };

    [Fact]
    public async Task A_person_is_asked_about_a_tool_by_its_own_name()
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "orders_cancel", """{"id":"o-1"}""")), run.Wire.Says("Done."));

        var asked = await run.Turn("registrar", "?").SliceAsync();

        Assert.Contains("May registrar call orders.cancel with", asked.Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_that_a_model_could_not_tell_apart_are_refused_when_the_endpoint_starts()
    {
        var refused = await Assert.ThrowsAnyAsync<InvalidOperationException>(static () => ProviderRun.StartAsync(Provider.OpenAIChat, static services => services
            .AddKeyedSingleton<AIFunction>("librarian", AIFunctionFactory.Create(static () => 1, "shop.hours"))
            .AddKeyedSingleton<AIFunction>("librarian", AIFunctionFactory.Create(static () => 2, "shop/hours"))));

        Assert.Contains("Agent 'librarian' has the tools 'shop.hours' and 'shop/hours', and its model would know both as 'shop_hours'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_of_the_app_is_called_by_the_name_that_its_model_got()
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat, static services => services
            .AddKeyedSingleton<AIFunction>("librarian", AIFunctionFactory.Create(static () => 1, "shop.hours")));
        run.Server.Replies(run.Wire.Calls(false, new WireCall("call_1", "shop_hours", "{}")), run.Wire.Says("Done."));

        var turn = run.Turn("librarian", "?");
        await turn.SliceAsync();

        Assert.Contains(turn.EventTexts, static data => data.Contains("\"tool_name\":\"shop.hours\"", StringComparison.Ordinal));
    }
}
