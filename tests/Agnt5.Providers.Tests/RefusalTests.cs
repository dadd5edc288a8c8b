using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>A model that refuses ends the turn, streamed or not, and is not paid to refuse again.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_of_a_chat_completion(bool isStreaming) => await MustRefuseAsync(Provider.OpenAIChat, isStreaming, "I can't do that.", isStreaming
        ? ServerSentEvents.Of(
            OpenAIChatWire.Chunk(new JsonObject { ["role"] = "assistant", ["refusal"] = "I can't" }),
            OpenAIChatWire.Chunk(new JsonObject { ["refusal"] = " do that." }),
            OpenAIChatWire.Chunk([], "stop"),
            OpenAIChatWire.Done)
        : OpenAIChatWire.Whole(new JsonObject { ["role"] = "assistant", ["content"] = null, ["refusal"] = "I can't do that." }, "stop"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_of_a_response(bool isStreaming)
    {
        var message = OpenAIResponsesWire.Message("");
        message["content"] = JsonNode.Parse("""[{"type":"refusal","refusal":"I can't do that."}]""");
        await MustRefuseAsync(Provider.OpenAIResponses, isStreaming, "I can't do that.", isStreaming
            ? ServerSentEvents.Of(OpenAIResponsesWire.Created(), Refusal("delta", "delta"), Refusal("done", "refusal"), OpenAIResponsesWire.Completed(message))
            : OpenAIResponsesWire.Reply(streams: false, message));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_of_a_message(bool isStreaming) =>
        await MustRefuseAsync(Provider.Anthropic, isStreaming, "I can", AnthropicWire.Reply(isStreaming, "refusal", new JsonObject { ["type"] = "text", ["text"] = "I can" }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_the_provider_stopped_is_not_made(bool isStreaming)
    {
        var call = new JsonObject { ["type"] = "tool_use", ["id"] = "call_1", ["name"] = "find_book", ["input"] = new JsonObject { ["title"] = "Emma" } };
        await MustRefuseAsync(Provider.Anthropic, isStreaming, "refused to answer", AnthropicWire.Reply(isStreaming, "refusal", call));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_response_that_a_filter_cuts_off(bool isStreaming)
    {
        var response = OpenAIResponsesWire.Response("incomplete", OpenAIResponsesWire.Message("I can"));
        response["incomplete_details"] = new JsonObject { ["reason"] = "content_filter" };
        await MustRefuseAsync(Provider.OpenAIResponses, isStreaming, "I can", isStreaming
            ? ServerSentEvents.Of(
            [
                OpenAIResponsesWire.Created(),
                .. OpenAIResponsesWire.Item(OpenAIResponsesWire.Message("I can"), 0),
                ServerSentEvents.Typed(new JsonObject { ["type"] = "response.incomplete", ["sequence_number"] = 9, ["response"] = response }),
            ])
            : new CannedReply { Pieces = [response.ToJsonString()] });
    }

    private static string Refusal(string kind, string field) => ServerSentEvents.Typed(new JsonObject
    {
        ["type"] = $"response.refusal.{kind}", ["sequence_number"] = 3, ["item_id"] = "msg_1", ["output_index"] = 0, ["content_index"] = 0, [field] = "I can't do that.",
    });

    private static async Task MustRefuseAsync(Provider provider, bool isStreaming, string words, CannedReply refusal)
    {
        await using var run = await ProviderRun.StartAsync(provider);
        run.Server.Replies(refusal, provider.Wire.Says("paid again", isStreaming));

        var answer = await run.Turn("librarian", "evil", isStreaming).SliceAsync();

        answer.MustFail("The model of agent 'librarian' refused to answer", isFinal: true);
        Assert.Contains(words, answer.Message, StringComparison.Ordinal);
        Assert.Single(run.Server.Requests);
        Assert.Empty(run.Endpoint.Diary);
    }
}
