using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;

namespace Agnt5.Providers.Tests.Wire;

/// <summary>Anthropic's Messages API.</summary>
public sealed class AnthropicWire : IProviderWire
{
    public CannedReply Says(string text, bool streams = false) => Reply(streams, "end_turn", new JsonObject { ["type"] = "text", ["text"] = text });

    public CannedReply Calls(bool streams, params WireCall[] calls) => Reply(
        streams, "tool_use", [.. calls.Select(static call => new JsonObject { ["type"] = "tool_use", ["id"] = call.Id, ["name"] = call.Name, ["input"] = JsonNode.Parse(call.Arguments) })]);

    public IReadOnlyDictionary<string, JsonNode?> ToolsOf(JsonObject request) =>
        request["tools"]?.AsArray().ToDictionary(static tool => tool!["name"]!.GetValue<string>(), static tool => tool!["input_schema"]) ?? [];

    public JsonNode? AnswerFormOf(JsonObject request) => request["output_config"]?["format"]?["schema"];

    public IReadOnlyList<string> ToolResultsOf(JsonObject request) => [.. Blocks(request).Where(static block => TypeOf(block) == "tool_result").Select(static block => block["content"] switch
    {
        JsonArray parts => string.Join("\n", parts.Where(static part => TypeOf(part) == "text").Select(static part => part!["text"]!.GetValue<string>())),
        var text => text!.GetValue<string>(),
    })];

    public IReadOnlyList<string> ImagesOf(JsonObject request) =>
    [
        .. Blocks(request).SelectMany(static block => TypeOf(block) == "tool_result" ? block["content"] as JsonArray ?? [] : (IEnumerable<JsonNode?>)[block])
            .Where(static block => TypeOf(block) == "image")
            .Select(static block => (block!["source"]!["data"] ?? block["source"]!["url"])!.GetValue<string>()),
    ];

    private static IEnumerable<JsonNode> Blocks(JsonObject request) =>
        request["messages"]!.AsArray().SelectMany(static message => message!["content"] as JsonArray ?? []).Select(static block => block!);

    private static string? TypeOf(JsonNode? block) => block!["type"]!.GetValue<string>();

    /// <summary>A whole reply of content blocks.</summary>
    public static CannedReply Reply(bool streams, string stopReason, params JsonObject[] blocks) => streams
        ? ServerSentEvents.Of([Start(), .. blocks.SelectMany(Block), .. End(stopReason)])
        : new CannedReply { Pieces = [Message(stopReason, blocks).ToJsonString()] };

    public static string Start()
    {
        var message = Message(stopReason: null);
        return ServerSentEvents.Typed(new JsonObject { ["type"] = "message_start", ["message"] = message });
    }

    /// <summary>The events of one content block: its start, its content in one delta, its end.</summary>
    public static IEnumerable<string> Block(JsonObject block, int index)
    {
        var (start, delta) = block["type"]!.GetValue<string>() switch
        {
            "text" => (new JsonObject { ["type"] = "text", ["text"] = "" }, new JsonObject { ["type"] = "text_delta", ["text"] = block["text"]!.DeepClone() }),
            "tool_use" => (
                new JsonObject { ["type"] = "tool_use", ["id"] = block["id"]!.DeepClone(), ["name"] = block["name"]!.DeepClone(), ["input"] = new JsonObject() },
                new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = block["input"]!.ToJsonString() }),
            _ => (block.DeepClone().AsObject(), null),
        };
        yield return ServerSentEvents.Typed(new JsonObject { ["type"] = "content_block_start", ["index"] = index, ["content_block"] = start });
        if (delta is not null)
            yield return ServerSentEvents.Typed(new JsonObject { ["type"] = "content_block_delta", ["index"] = index, ["delta"] = delta });
        yield return ServerSentEvents.Typed(new JsonObject { ["type"] = "content_block_stop", ["index"] = index });
    }

    public static IEnumerable<string> End(string stopReason) =>
    [
        ServerSentEvents.Typed(new JsonObject
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject { ["stop_reason"] = stopReason, ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = 5 },
        }),
        ServerSentEvents.Typed(new JsonObject { ["type"] = "message_stop" }),
    ];

    private static JsonObject Message(string? stopReason, params JsonObject[] blocks) => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = "claude",
        ["content"] = new JsonArray([.. blocks]),
        ["stop_reason"] = stopReason,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = 10, ["output_tokens"] = 5 },
    };
}
