using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;

namespace Agnt5.Providers.Tests.Wire;

/// <summary>Ollama's chat API. A stream has one JSON object a line. Calls have no ids.</summary>
public sealed class OllamaWire : IProviderWire
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public CannedReply Says(string text, bool streams = false) => Reply(streams, new JsonObject { ["role"] = "assistant", ["content"] = text });

    public CannedReply Calls(bool streams, params WireCall[] calls) => Reply(streams, new JsonObject
    {
        ["role"] = "assistant",
        ["content"] = "",
        ["tool_calls"] = new JsonArray([.. calls.Select(static call => new JsonObject { ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = JsonNode.Parse(call.Arguments) } })]),
    });

    public IReadOnlyDictionary<string, JsonNode?> ToolsOf(JsonObject request) =>
        request["tools"]?.AsArray().ToDictionary(static tool => tool!["function"]!["name"]!.GetValue<string>(), static tool => tool!["function"]!["parameters"]) ?? [];

    public JsonNode? AnswerFormOf(JsonObject request) => request["format"];

    public IReadOnlyList<string> ToolResultsOf(JsonObject request) =>
    [
        .. request["messages"]!.AsArray().Where(static message => message!["role"]!.GetValue<string>() == "tool")
            .Select(static message => JsonNode.Parse(message!["content"]!.GetValue<string>())!.AsObject())
            .Select(static content => content.Single(static member => member.Key.Equals("result", StringComparison.OrdinalIgnoreCase)).Value)
            .Select(static result => result is JsonValue value && value.TryGetValue<string>(out var text) ? text : result?.ToJsonString(Plain) ?? "null"),
    ];

    public IReadOnlyList<string> ImagesOf(JsonObject request) =>
        [.. request["messages"]!.AsArray().SelectMany(static message => message!["images"] as JsonArray ?? []).Select(static image => image!.GetValue<string>())];

    public static CannedReply Reply(bool streams, JsonObject message) => streams
        ? new CannedReply { ContentType = "application/x-ndjson", Pieces = [Line(message), End(new JsonObject { ["role"] = "assistant", ["content"] = "" })] }
        : new CannedReply { Pieces = [End(message)] };

    public static string Line(JsonObject message) =>
        new JsonObject { ["model"] = "model", ["created_at"] = "2026-01-01T00:00:00Z", ["message"] = message, ["done"] = false }.ToJsonString() + "\n";

    public static string End(JsonObject message, string doneReason = "stop") => new JsonObject
    {
        ["model"] = "model",
        ["created_at"] = "2026-01-01T00:00:00Z",
        ["message"] = message,
        ["done"] = true,
        ["done_reason"] = doneReason,
        ["total_duration"] = 1,
        ["prompt_eval_count"] = 10,
        ["eval_count"] = 5,
    }.ToJsonString() + "\n";
}
