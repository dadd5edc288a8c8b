using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;

namespace Agnt5.Providers.Tests.Wire;

/// <summary>Streams that break, by provider.</summary>
public static class Broken
{
    private static readonly JsonObject Emma = new() { ["title"] = "Emma" };

    /// <summary>A stream of a text that ends without the event that closes it.</summary>
    public static CannedReply HalfText(Provider provider, string text) => provider.Wire switch
    {
        AnthropicWire => ServerSentEvents.Of([AnthropicWire.Start(), .. AnthropicWire.Block(new JsonObject { ["type"] = "text", ["text"] = text }, 0).Take(2)]),
        OpenAIChatWire => ServerSentEvents.Of(OpenAIChatWire.Chunk(Text(text))),
        OpenAIResponsesWire => ServerSentEvents.Of([OpenAIResponsesWire.Created(), .. OpenAIResponsesWire.Item(OpenAIResponsesWire.Message(text), 0).Take(2)]),
        _ => Lines(OllamaWire.Line(Text(text))),
    };

    /// <summary>A stream that ends within a call, or right after it, without the event that closes it.</summary>
    public static CannedReply HalfCall(Provider provider) => provider.Wire switch
    {
        AnthropicWire => ServerSentEvents.Of([AnthropicWire.Start(), .. AnthropicWire.Block(Tool("tool_use"), 0)]),
        OpenAIChatWire => ServerSentEvents.Of(
            OpenAIChatWire.Chunk(new JsonObject { ["role"] = "assistant", ["tool_calls"] = new JsonArray(OpenAIChatWire.Call(new WireCall("call_1", "find_book", """{"title":"Em"""), 0)) })),
        OpenAIResponsesWire => ServerSentEvents.Of([OpenAIResponsesWire.Created(), .. OpenAIResponsesWire.Item(Tool("function_call"), 0)]),
        _ => Lines(OllamaWire.Line(new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = "",
            ["tool_calls"] = new JsonArray(new JsonObject { ["function"] = new JsonObject { ["name"] = "find_book", ["arguments"] = Emma.DeepClone() } }),
        })),
    };

    /// <summary>A stream that breaks off before it has said anything.</summary>
    public static CannedReply Nothing(Provider provider) => provider.Wire switch
    {
        AnthropicWire => ServerSentEvents.Of([AnthropicWire.Start(), .. AnthropicWire.Block(Tool("tool_use"), 0).Take(2)]),
        OpenAIChatWire => ServerSentEvents.Of(OpenAIChatWire.Chunk(Text(""))),
        OpenAIResponsesWire => ServerSentEvents.Of(OpenAIResponsesWire.Created()),
        _ => Lines(OllamaWire.Line(Text(""))),
    };

    /// <summary>A stream with an object of an error in place of its end.</summary>
    public static CannedReply Error(Provider provider, params string[] said) => provider.Wire switch
    {
        OpenAIChatWire => ServerSentEvents.Of(
        [
            .. said.Select(static text => OpenAIChatWire.Chunk(Text(text))),
            ServerSentEvents.Unnamed(JsonNode.Parse("""{"error":{"message":"The server had an error","type":"server_error","code":null}}""")!),
        ]),
        OpenAIResponsesWire => ServerSentEvents.Of(
        [
            OpenAIResponsesWire.Created(),
            .. said.SelectMany(static text => OpenAIResponsesWire.Item(OpenAIResponsesWire.Message(text), 0).Take(2)),
            ServerSentEvents.Typed(JsonNode.Parse("""{"type":"error","sequence_number":3,"code":"server_error","message":"The server had an error","param":null}""")!),
        ]),
        OllamaWire => Lines([.. said.Select(static text => OllamaWire.Line(Text(text))), "{\"error\":\"the model runner has stopped\"}\n"]),
        _ => throw new NotSupportedException("The failures of this adapter are exceptions."),
    };

    public static CannedReply Lines(params IReadOnlyList<string> lines) => new() { ContentType = "application/x-ndjson", Pieces = lines };

    public static JsonObject Text(string text) => new() { ["role"] = "assistant", ["content"] = text };

    private static JsonObject Tool(string type) => type == "tool_use"
        ? new JsonObject { ["type"] = type, ["id"] = "call_1", ["name"] = "find_book", ["input"] = Emma.DeepClone() }
        : new JsonObject { ["id"] = "fc_1", ["type"] = type, ["status"] = "completed", ["call_id"] = "call_1", ["name"] = "find_book", ["arguments"] = Emma.ToJsonString() };
}
