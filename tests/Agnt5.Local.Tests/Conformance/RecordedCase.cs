using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Tests.Shared;

namespace Agnt5.Local.Tests.Conformance;

/// <summary>A case of <c>tests/conformance</c>: one invoke, and the response that was recorded.</summary>
/// <param name="Id">The case.</param>
/// <param name="Type">The component's type.</param>
/// <param name="Name">The component's name.</param>
/// <param name="RunId">The run's id when it was recorded.</param>
/// <param name="Input">The input as JSON, or <see langword="null"/> for none.</param>
internal sealed record RecordedCase(string Id, string Type, string Name, string? RunId, string? Input)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Folder, "tests", "conformance");
    private static readonly string[] Types = ["function", "workflow", "tool", "agent"];
    private static readonly string[] InvokeMembers = ["protocol_version", "run_id", "component_type", "component_name", "input"];
    private static readonly JsonNode Golden = Read("golden.json")["cases"]!;

    /// <summary>The cases that a caller of the gateway can ask for: a first invoke of a component, with an input and nothing beside it, that is answered as the recorded SDK answered it.</summary>
    public static IReadOnlyList<RecordedCase> First { get; } = [.. ReadFirst()];

    /// <summary>The response that was recorded, as it is for a run with another id.</summary>
    public JsonNode ResponseFor(string runId) => RunId is null ? ResponseOf(Id) : JsonNode.Parse(ResponseOf(Id).ToJsonString().Replace($"\"{RunId}\"", $"\"{runId}\"", StringComparison.Ordinal))!;

    /// <summary>The response that was recorded for a case.</summary>
    public static JsonNode ResponseOf(string id) => Golden[id]!["body"]!;

    private static IEnumerable<RecordedCase> ReadFirst()
    {
        var deliberate = Read("differences.json")["deliberate"]!.AsObject();
        foreach (var recorded in Read("corpus.json")["cases"]!.AsArray())
        {
            var (id, request) = ((string)recorded!["id"]!, recorded["request"]!.AsObject());
            if (deliberate.ContainsKey(id) || recorded["server"] is not null || request.Any(static part => part.Key is "sign" or "headers" or "chunked"))
                continue;
            if (request["body"]?["json"] is not JsonObject invoke || invoke.Any(static member => !InvokeMembers.Contains(member.Key)) || (int?)Golden[id]!["status"] != 200)
                continue;
            if (Text(invoke, "component_type") is not { } type || !Types.Contains(type) || Text(invoke, "component_name") is not { } name || name != name.Trim())
                continue;

            var input = invoke["input"]?.ToJsonString();
            // Inputs that a template makes are tests of the wire.
            if (input?.Contains("{\"$", StringComparison.Ordinal) != true && ResponseOf(id)["status"] is not null)
                yield return new RecordedCase(id, type, name, Text(invoke, "run_id"), input);
        }
    }

    private static string? Text(JsonObject invoke, string member) => invoke[member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;
}
