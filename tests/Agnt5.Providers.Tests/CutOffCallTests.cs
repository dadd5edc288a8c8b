using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>Replies that the longest reply allowed cuts off.</summary>
public sealed class CutOffCallTests
{
    public static TheoryData<string, bool> Providers => Provider.WholeAndStreamed();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_call_that_was_cut_off_never_runs_and_the_model_is_told(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(CutOff(run.Provider, isStreaming), run.Wire.Says("I deleted nothing.", isStreaming));
        var turn = run.Turn("archivist", "delete /tmp", isStreaming);

        (await turn.CutAfterEachStepAsync()).MustComplete("\"I deleted nothing.\"");

        Assert.Empty(run.Endpoint.Diary);
        var told = run.Server.Requests[1].Text;
        Assert.Equal(2, told.Split("was cut off").Length - 1);
        Assert.Equal(["tool_call.started", "tool_call.failed", "tool_call.started", "tool_call.failed"], turn.Events.Where(static type => type.StartsWith("tool_call", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("model_context_window_exceeded", false)]
    [InlineData("model_context_window_exceeded", true)]
    [InlineData("pause_turn", false)]
    [InlineData("pause_turn", true)]
    [InlineData("some_later_reason", false)]
    [InlineData("some_later_reason", true)]
    public async Task A_call_of_a_reply_that_stopped_before_its_end_never_runs(string reason, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(AnthropicWire.Reply(isStreaming, reason, Delete()), run.Wire.Says("I deleted nothing.", isStreaming));

        (await run.Turn("archivist", "delete /tmp", isStreaming).CutAfterEachStepAsync()).MustComplete("\"I deleted nothing.\"");

        Assert.Empty(run.Endpoint.Diary);
        Assert.Contains("was cut off", run.Server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tool_use", false)]
    [InlineData("tool_use", true)]
    [InlineData("end_turn", false)]
    [InlineData("end_turn", true)]
    [InlineData("stop_sequence", false)]
    [InlineData("stop_sequence", true)]
    public async Task A_call_of_a_finished_reply_runs_whatever_finished_it(string reason, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(AnthropicWire.Reply(isStreaming, reason, Delete()), run.Wire.Says("Deleted.", isStreaming));

        (await run.Turn("archivist", "delete /tmp", isStreaming).SliceAsync()).MustComplete("\"Deleted.\"");

        Assert.Equal(["delete_folder /"], run.Endpoint.Diary);
    }

    private static JsonObject Delete() => new() { ["type"] = "tool_use", ["id"] = "call_1", ["name"] = "delete_folder", ["input"] = new JsonObject { ["folder"] = "/" } };

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Replies_that_are_always_cut_off_end_with_what_to_raise(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies([.. Enumerable.Repeat(CutOff(run.Provider, isStreaming), 4)]);

        (await run.Turn("archivist", "delete /tmp", isStreaming).SliceAsync()).MustFail("raise MaxOutputTokens", isFinal: true);

        Assert.Equal(4, run.Server.Requests.Count);
        Assert.Empty(run.Endpoint.Diary);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Events_about_a_call_that_was_cut_off_have_the_names_and_inputs_that_those_of_other_calls_have(string provider, bool isStreaming)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Named(provider));
        run.Server.Replies(
            CutOff(run.Provider, isStreaming, new WireCall("call_1", "orders_find_by_id", """{"id":"o-1"}""")), run.Wire.Says("Sorry.", isStreaming),
            CutOff(run.Provider, isStreaming, new WireCall("call_1", "add_up", """{"input":[1,2]}""")), run.Wire.Says("Sorry.", isStreaming));
        var named = run.Turn("registrar", "?", isStreaming);
        var wrapped = run.Turn("cashier", "?", isStreaming);

        await named.SliceAsync();
        await wrapped.SliceAsync();

        Assert.Equal(["orders.find/by id", "orders.find/by id"], OfCalls(named).Select(static data => data["tool_name"]!.GetValue<string>()));
        Assert.Equal("[1,2]", OfCalls(wrapped)[0]["arguments"]!.ToJsonString());
        // The model's own words go back to it.
        if (run.Provider != Provider.OpenAIResponses)
            Assert.Contains("orders_find_by_id", run.Server.Requests[1].Text, StringComparison.Ordinal);
    }

    private static JsonObject[] OfCalls(AgentRun turn) =>
        [.. turn.EventTexts.Where((_, index) => turn.Events[index].StartsWith("tool_call", StringComparison.Ordinal)).Select(static data => JsonNode.Parse(data)!.AsObject())];

    // The first call is whole. Nobody can tell which of them are.
    private static CannedReply CutOff(Provider provider, bool streams) =>
        CutOff(provider, streams, new("call_1", "count_folders", "{}"), new("call_2", "delete_folder", """{"folder":"/"}"""));

    private static CannedReply CutOff(Provider provider, bool streams, params WireCall[] calls)
    {
        switch (provider.Wire)
        {
            case AnthropicWire:
                return AnthropicWire.Reply(streams, "max_tokens", [.. calls.Select(static call => new JsonObject
                {
                    ["type"] = "tool_use", ["id"] = call.Id, ["name"] = call.Name, ["input"] = JsonNode.Parse(call.Arguments),
                })]);
            case OpenAIChatWire:
                var written = new JsonArray([.. calls.Select((call, index) => OpenAIChatWire.Call(call, streams ? index : null))]);
                return streams
                    ? ServerSentEvents.Of(OpenAIChatWire.Chunk(new JsonObject { ["role"] = "assistant", ["tool_calls"] = written }), OpenAIChatWire.Chunk([], "length"), OpenAIChatWire.Done)
                    : OpenAIChatWire.Whole(new JsonObject { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = written }, "length");
            case OpenAIResponsesWire:
                JsonObject[] items = [.. calls.Select(static call => new JsonObject
                {
                    ["id"] = $"fc_{call.Id}", ["type"] = "function_call", ["status"] = "completed", ["call_id"] = call.Id, ["name"] = call.Name, ["arguments"] = call.Arguments,
                })];
                var response = OpenAIResponsesWire.Response("incomplete", items);
                response["incomplete_details"] = new JsonObject { ["reason"] = "max_output_tokens" };
                return streams
                    ? ServerSentEvents.Of(
                    [
                        OpenAIResponsesWire.Created(),
                        .. items.SelectMany(OpenAIResponsesWire.Item),
                        ServerSentEvents.Typed(new JsonObject { ["type"] = "response.incomplete", ["sequence_number"] = 9, ["response"] = response }),
                    ])
                    : new CannedReply { Pieces = [response.ToJsonString()] };
            default:
                var message = Broken.Text("");
                message["tool_calls"] = new JsonArray([.. calls.Select(static call => new JsonObject
                {
                    ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = JsonNode.Parse(call.Arguments) },
                })]);
                return streams ? Broken.Lines(OllamaWire.Line(message), OllamaWire.End(Broken.Text(""), "length")) : new CannedReply { Pieces = [OllamaWire.End(message, "length")] };
        }
    }
}
