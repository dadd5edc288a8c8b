using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>Ids and arguments of calls as servers give them that are only almost compatible.</summary>
public sealed class CallIdTests
{
    public static TheoryData<string, bool> Servers => new()
    {
        { "", false }, { "", true }, { "call_0", false }, { "call_0", true },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Calls_without_ids_of_their_own_get_their_own_results(string id, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat);
        for (var reply = 1; reply <= 2; reply++)
            run.Server.Replies(run.Wire.Calls(isStreaming, Delete(id, $"{reply}a"), Delete(id, $"{reply}b")));
        run.Server.Replies(run.Wire.Says("done", isStreaming));
        var turn = run.Turn("archivist", "delete all", isStreaming);

        (await turn.CutAfterEachStepAsync()).MustComplete("\"done\"");

        var messages = run.Server.Requests[^1].Body["messages"]!.AsArray();
        var calls = messages.SelectMany(static message => message!["tool_calls"]?.AsArray() ?? []).ToArray();
        var results = messages.Where(static message => message!["role"]!.GetValue<string>() == "tool")
            .ToDictionary(static message => message!["tool_call_id"]!.GetValue<string>(), static message => message!["content"]!.GetValue<string>());
        Assert.Equal(4, calls.Length);
        Assert.All(calls, call =>
        {
            Assert.NotEmpty(call!["id"]!.GetValue<string>());
            Assert.Equal($"deleted {JsonNode.Parse(call["function"]!["arguments"]!.GetValue<string>())!["folder"]}", results[call["id"]!.GetValue<string>()]);
        });
        var started = turn.EventTexts.Where((_, index) => turn.Events[index] == "tool_call.started").Select(static text => JsonNode.Parse(text)!["tool_call_id"]!.GetValue<string>());
        Assert.Equal(4, started.Distinct().Count());
    }

    [Theory]
    [InlineData("Anthropic", "functions.transfer_to_doubter:0", "^[A-Za-z0-9_-]{1,40}$")]
    [InlineData("OpenAI chat", "functions.transfer_to_doubter:0", "^[A-Za-z0-9_-]{1,40}$")]
    [InlineData("OpenAI chat", "call_0123456789012345678901234567890123456789", "^[A-Za-z0-9_-]{1,40}$")]
    [InlineData("Anthropic", "call_1", "^call_1$")]
    public async Task An_id_that_goes_to_another_provider_is_one_that_it_takes(string provider, string id, string pattern)
    {
        var first = new ScriptedModel().Calls(new FunctionCallContent(id, "transfer_to_doubter"));
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider), services => services.AddKeyedSingleton<IChatClient>("first", first));
        run.Server.Replies(run.Wire.Says("I doubt it."));
        var turn = run.Turn("thinker", "?");

        (await turn.CutAfterEachStepAsync()).MustComplete("\"I doubt it.\"");

        var request = run.Server.Requests.Single().Text;
        var sent = Regex.Matches(request, "\"(?:id|tool_use_id|tool_call_id)\":\"([^\"]*)\"").Select(static match => match.Groups[1].Value).ToArray();
        Assert.Equal(2, sent.Length);
        Assert.Equal(sent[0], sent[1]);
        Assert.Matches(pattern, sent[0]);
        Assert.Contains(turn.EventTexts, text => text.Contains($"\"tool_call_id\":\"{id}\"", StringComparison.Ordinal));
    }

    private static WireCall Delete(string id, string folder) => new(id, "delete_folder", new JsonObject { ["folder"] = folder }.ToJsonString());

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("  \n", false)]
    [InlineData("  \n", true)]
    [InlineData("null", false)]
    [InlineData("null", true)]
    public async Task A_call_with_blank_arguments_is_a_call_without_arguments(string arguments, bool isStreaming)
    {
        foreach (var provider in new[] { Provider.OpenAIChat, Provider.OpenAIResponses })
        {
            await using var run = await ProviderRun.StartAsync(provider);
            run.Server.Replies(run.Wire.Calls(isStreaming, new WireCall("call_1", "count_folders", arguments)), run.Wire.Says("seven", isStreaming));

            (await run.Turn("archivist", "count", isStreaming).SliceAsync()).MustComplete("\"seven\"");

            Assert.Equal(["count_folders 1"], run.Endpoint.Diary);
            Assert.DoesNotContain("\"arguments\":\"null\"", run.Server.Requests[1].Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("}")]
    [InlineData("]")]
    [InlineData(",")]
    [InlineData("nul")]
    [InlineData("\"")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("\u00a0")]
    [InlineData(" \n{\"depth\"")]
    public async Task Arguments_that_cannot_be_read_are_not_taken_for_none(string arguments)
    {
        foreach (var provider in new[] { Provider.OpenAIChat, Provider.OpenAIResponses })
        {
            await using var run = await ProviderRun.StartAsync(provider);
            run.Server.Replies(run.Wire.Calls(streams: false, new WireCall("call_1", "count_folders", arguments)), run.Wire.Says("sorry"));

            (await run.Turn("archivist", "count").SliceAsync()).MustComplete("\"sorry\"");

            Assert.Empty(run.Endpoint.Diary);
            Assert.Contains("The arguments are not a JSON object", run.Server.Requests[1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Arguments_that_are_no_object_go_back_to_the_model_and_not_to_the_provider()
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIChat);
        run.Server.Replies(run.Wire.Calls(streams: false, new WireCall("call_1", "delete_folder", """{"folder":"/""")), run.Wire.Says("sorry"));

        (await run.Turn("archivist", "delete").SliceAsync()).MustComplete("\"sorry\"");

        Assert.Empty(run.Endpoint.Diary);
        Assert.Contains("The arguments are not a JSON object", run.Server.Requests[1].Text, StringComparison.Ordinal);
        Assert.Contains("\"arguments\":\"{}\"", run.Server.Requests[1].Text, StringComparison.Ordinal);
    }
}
