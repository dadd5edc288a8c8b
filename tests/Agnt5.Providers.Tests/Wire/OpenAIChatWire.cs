using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;

namespace Agnt5.Providers.Tests.Wire;

/// <summary>OpenAI's Chat Completions API, which many other providers speak as well.</summary>
public sealed class OpenAIChatWire : IProviderWire
{
    public CannedReply Says(string text, bool streams = false) => streams
        ? ServerSentEvents.Of(Chunk(new JsonObject { ["role"] = "assistant", ["content"] = text }), Chunk([], "stop"), Usage(), Done)
        : Whole(new JsonObject { ["role"] = "assistant", ["content"] = text }, "stop");

    public CannedReply Calls(bool streams, params WireCall[] calls) => streams
        ? ServerSentEvents.Of(
        [
            Chunk(new JsonObject { ["role"] = "assistant" }),
            .. calls.Select(static (call, index) => Chunk(new JsonObject { ["tool_calls"] = new JsonArray(Call(call, index)) })),
            Chunk([], "tool_calls"),
            Usage(),
            Done,
        ])
        : Whole(new JsonObject { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = new JsonArray([.. calls.Select(static call => Call(call))]) }, "tool_calls");

    public IReadOnlyDictionary<string, JsonNode?> ToolsOf(JsonObject request) =>
        request["tools"]?.AsArray().ToDictionary(static tool => tool!["function"]!["name"]!.GetValue<string>(), static tool => tool!["function"]!["parameters"]) ?? [];

    public JsonNode? AnswerFormOf(JsonObject request) => request["response_format"]?["json_schema"]?["schema"];

    public IReadOnlyList<string> ToolResultsOf(JsonObject request) =>
        [.. request["messages"]!.AsArray().Where(static message => message!["role"]!.GetValue<string>() == "tool").Select(static message => message!["content"]!.GetValue<string>())];

    public IReadOnlyList<string> ImagesOf(JsonObject request) =>
    [
        .. request["messages"]!.AsArray().SelectMany(static message => message!["content"] as JsonArray ?? [])
            .Where(static part => part!["type"]!.GetValue<string>() == "image_url")
            .Select(static part => part!["image_url"]!["url"]!.GetValue<string>().Split("base64,")[^1]),
    ];

    /// <summary>The event that closes a stream.</summary>
    public const string Done = "data: [DONE]\n\n";

    public static string Chunk(JsonObject delta, string? finishReason = null) => ServerSentEvents.Unnamed(new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_700_000_000,
        ["model"] = "model",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finishReason }),
    });

    public static CannedReply Whole(JsonObject message, string finishReason)
    {
        var reply = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1_700_000_000,
            ["model"] = "model",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finishReason }),
            ["usage"] = Tokens(),
        };
        return new CannedReply { Pieces = [reply.ToJsonString()] };
    }

    public static string Usage() => ServerSentEvents.Unnamed(new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_700_000_000,
        ["model"] = "model",
        ["choices"] = new JsonArray(),
        ["usage"] = Tokens(),
    });

    public static JsonObject Call(WireCall call, int? index = null)
    {
        var written = new JsonObject { ["id"] = call.Id, ["type"] = "function", ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments } };
        if (index is { } place)
            written["index"] = place;
        return written;
    }

    private static JsonObject Tokens() => new() { ["prompt_tokens"] = 10, ["completion_tokens"] = 5, ["total_tokens"] = 15 };
}
