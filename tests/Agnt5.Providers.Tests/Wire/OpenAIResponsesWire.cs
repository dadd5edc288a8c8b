using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;

namespace Agnt5.Providers.Tests.Wire;

/// <summary>OpenAI's Responses API.</summary>
public sealed class OpenAIResponsesWire : IProviderWire
{
    public CannedReply Says(string text, bool streams = false) => Reply(streams, Message(text));

    public CannedReply Calls(bool streams, params WireCall[] calls) => Reply(streams, [.. calls.Select(static call => new JsonObject
    {
        ["id"] = $"fc_{call.Id}",
        ["type"] = "function_call",
        ["status"] = "completed",
        ["call_id"] = call.Id,
        ["name"] = call.Name,
        ["arguments"] = call.Arguments,
    })]);

    public IReadOnlyDictionary<string, JsonNode?> ToolsOf(JsonObject request) =>
        request["tools"]?.AsArray().ToDictionary(static tool => tool!["name"]!.GetValue<string>(), static tool => tool!["parameters"]) ?? [];

    public JsonNode? AnswerFormOf(JsonObject request) => request["text"]?["format"]?["schema"];

    public IReadOnlyList<string> ToolResultsOf(JsonObject request) => [.. Outputs(request).Select(static output => output switch
    {
        JsonArray parts => string.Join("\n", parts.Where(static part => part!["type"]!.GetValue<string>() == "input_text").Select(static part => part!["text"]!.GetValue<string>())),
        var text => text!.GetValue<string>(),
    })];

    public IReadOnlyList<string> ImagesOf(JsonObject request) =>
    [
        .. request["input"]!.AsArray().SelectMany(static item => (item!["output"] ?? item["content"]) as JsonArray ?? [])
            .Where(static part => part!["type"]!.GetValue<string>() == "input_image")
            .Select(static part => part!["image_url"]!.GetValue<string>().Split("base64,")[^1]),
    ];

    private static IEnumerable<JsonNode?> Outputs(JsonObject request) =>
        request["input"]!.AsArray().Where(static item => item!["type"]?.GetValue<string>() == "function_call_output").Select(static item => item!["output"]);

    /// <summary>A whole reply of output items.</summary>
    public static CannedReply Reply(bool streams, params JsonObject[] items) => streams
        ? ServerSentEvents.Of([Created(), .. items.SelectMany(Item), Completed(items)])
        : new CannedReply { Pieces = [Response("completed", items).ToJsonString()] };

    public static JsonObject Message(string text) => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["status"] = "completed",
        ["role"] = "assistant",
        ["content"] = new JsonArray(new JsonObject { ["type"] = "output_text", ["text"] = text, ["annotations"] = new JsonArray() }),
    };

    public static string Created() => ServerSentEvents.Typed(new JsonObject { ["type"] = "response.created", ["sequence_number"] = 0, ["response"] = Response("in_progress") });

    /// <summary>The events of one output item.</summary>
    public static IEnumerable<string> Item(JsonObject item, int index)
    {
        yield return ServerSentEvents.Typed(new JsonObject { ["type"] = "response.output_item.added", ["sequence_number"] = 1, ["output_index"] = index, ["item"] = item.DeepClone() });
        if (item["content"]?[0]?["text"] is { } text)
        {
            yield return ServerSentEvents.Typed(new JsonObject
            {
                ["type"] = "response.output_text.delta", ["sequence_number"] = 2, ["item_id"] = item["id"]!.DeepClone(), ["output_index"] = index, ["content_index"] = 0, ["delta"] = text.DeepClone(),
            });
        }

        yield return ServerSentEvents.Typed(new JsonObject { ["type"] = "response.output_item.done", ["sequence_number"] = 3, ["output_index"] = index, ["item"] = item.DeepClone() });
    }

    public static string Completed(params JsonObject[] items) =>
        ServerSentEvents.Typed(new JsonObject { ["type"] = "response.completed", ["sequence_number"] = 9, ["response"] = Response("completed", items) });

    public static JsonObject Response(string status, params JsonObject[] items) => new()
    {
        ["id"] = "resp_1",
        ["object"] = "response",
        ["created_at"] = 1_700_000_000,
        ["status"] = status,
        ["error"] = null,
        ["incomplete_details"] = null,
        ["model"] = "model",
        ["output"] = new JsonArray([.. items.Select(static item => item.DeepClone())]),
        ["parallel_tool_calls"] = true,
        ["tools"] = new JsonArray(),
        ["tool_choice"] = "auto",
        ["usage"] = new JsonObject
        {
            ["input_tokens"] = 10,
            ["input_tokens_details"] = new JsonObject { ["cached_tokens"] = 0 },
            ["output_tokens"] = 5,
            ["output_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0 },
            ["total_tokens"] = 15,
        },
    };
}
