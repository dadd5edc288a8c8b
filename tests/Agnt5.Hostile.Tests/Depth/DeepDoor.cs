using System.Text.Json;
using Agnt5.Hostile.Tests.Lines;

namespace Agnt5.Hostile.Tests.Depth;

/// <summary>A place of a request where JSON of the caller comes in.</summary>
/// <param name="Name">The place.</param>
/// <param name="Body">Makes a request with a value at the place.</param>
/// <param name="Levels">How deep the value may nest.</param>
/// <param name="Within">What the answer to a value within the bound has in it.</param>
/// <param name="Beyond">What the answer to a deeper value has in it.</param>
internal sealed record DeepDoor(string Name, Func<string, string> Body, int Levels, string Within, string Beyond)
{
    private const string Refused = "WORKERLESS_INVALID_REQUEST";

    /// <summary>All places. What the bound of a request leaves for a value depends on how many levels stand around it.</summary>
    public static readonly IReadOnlyList<DeepDoor> All =
    [
        Plain("a field that nobody knows", 1, static json => Line.Invoke("function", "echo", "1", $"\"unknown\":{json}")),
        Plain("an untyped input", 1, static json => Line.Invoke("function", "echo", json)),
        Plain("an untyped member", 2, static json => Line.Invoke("function", "reorder", $$$"""{"id":"o-1","size":"Small","lines":[],"due":null,"owner":null,"extra":{{{json}}}}""")),
        Plain("an untyped member of a type that contains itself", 2, static json => Line.Invoke("function", "label", $$$"""{"name":"a","data":{{{json}}},"kids":null}""")),
        Plain("an unknown member of a type that contains itself", 2, static json => Line.Invoke("function", "climb", $$$"""{"name":"a","kids":null,"unknown":{{{json}}}}""")),
        Invalid("a refused input beside it", 2, static json => Line.Invoke("function", "reorder", $$$"""{"id":7,"size":"Small","lines":[],"due":null,"owner":null,"extra":{{{json}}}}""")),
        Invalid("a refused input that contains itself", 2, static json => Line.Invoke("function", "label", $$$"""{"name":7,"data":{{{json}}},"kids":null}""")),
        Invalid("a text", 2, static json => Line.Invoke("function", "climb", $$$"""{"name":{{{json}}},"kids":null}""")),
        Plain("an agent's input", 2, static json => Line.Invoke("agent", "counter", $$$"""{"message":"hi","unknown":{{{json}}}}""")),
        Plain("an agent's input without a message", 1, static json => Line.Invoke("agent", "counter", json)),
        Plain("a message of a history", 4, static json => Line.Invoke("agent", "counter", $$$"""{"message":"hi","history":[{"role":"user","content":"a","unknown":{{{json}}}}]}""")),
        Plain("the session of the agent", 6, static json => Session($$$"""{"s":{"messages":[{"role":"user","content":"a","unknown":{{{json}}}}]}}""")),
        Plain("the session of another agent", 4, static json => Session($$$"""{"t":{"unknown":{{{json}}}}}""")),
        Plain("a recorded step", 3, static json => Line.Resume("remember", $$$"""{"value":{{{json}}}}""")),
        Plain("a member of a recorded step", 4, static json => Line.Resume("remember_page", $$$"""{"value":{"title":"t","count":1,"unknown":{{{json}}}}}""")),
        new("a recorded step of another type", static json => Line.Resume("remember_page", $$$"""{"value":{{{json}}}}"""), 253, "does not bind", Refused),
        Plain("a recorded step that nobody asks for", 3, static json => Line.Resume("fetch", $$$"""{"other":{{{json}}}}""")),
        Plain("the data of an event", 3, static json => Line.Invoke("workflow", "take_anything", $$$"""{"event":{"id":"e-1","name":"anything","data":{{{json}}}},"target_kind":"x"}""")),
        new("the body of a webhook", static json => Webhook("take_anything", json), 256, "\"completed\"", "WORKERLESS_INPUT_INVALID"),
        new("the body of a webhook that is read as a text", static json => Webhook("take_text", json), int.MaxValue, "\"completed\"", ""),
        new("the payload of a signal", static json => Metadata("hear", $"\"signal_name\":\"raw\",\"signal_payload\":{Text(json)}"), 253, "\"completed\"", "\"output\":\""),
        new("the payload of a signal of a type", static json => Metadata("hear_approval", $"\"signal_name\":\"raw\",\"signal_payload\":{Text(json)}"), 253, "does not bind", "does not bind"),
        new("earlier answers", static json => Metadata("ask", $"\"step_events\":{Text($"{{\"0\":{json}}}")}"), 63, "suspended", "suspended"),
        new("an answer with several choices", static json => Metadata("choose", $"\"user_response\":{Text(json)}"), 64, "suspended", "suspended"),
        new("a reference to an input", static json => Line.Invoke("function", "echo", "null", $"\"input_ref\":{{\"unknown\":{json}}}"), 254, "WORKERLESS_INPUT_REF_INVALID", Refused),
        new(
            "the place for an output",
            static json => Line.Invoke("function", "echo", "1", $"\"output_upload\":{{\"threshold_bytes\":0,\"unknown\":{json}}}"),
            254,
            "WORKERLESS_OUTPUT_REF_INVALID",
            Refused),
    ];

    public override string ToString() => Name;

    private static DeepDoor Plain(string name, int levelsAround, Func<string, string> body) => new(name, body, 256 - levelsAround, "\"completed\"", Refused);

    private static DeepDoor Invalid(string name, int levelsAround, Func<string, string> body) => new(name, body, 256 - levelsAround, "WORKERLESS_INPUT_INVALID", Refused);

    private static string Session(string sessions) =>
        Line.Invoke("agent", "counter", "\"hi\"", $$$"""
            "metadata":{"session_id":"s"},"checkpoint":{"agent_sessions":{{{sessions}}}}
            """);

    private static string Webhook(string workflow, string body) => Line.Invoke("workflow", workflow, $$$"""{"_webhook":true,"source":"github","event_type":"push","body":{{{Text(body)}}}}""");

    private static string Metadata(string workflow, string metadata) => Line.Invoke("workflow", workflow, "{}", $"\"metadata\":{{{metadata}}}");

    private static string Text(string json) => JsonSerializer.Serialize(json);
}
