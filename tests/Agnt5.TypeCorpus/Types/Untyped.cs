using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.TypeCorpus.Types;

public sealed record FreeForm(JsonElement Element, JsonNode? Node, JsonObject? Object, JsonArray? Array, JsonElement? Maybe);

public static class UntypedComponents
{
    [Workflow] public static Task<JsonElement> Element(WorkflowContext run, [Input] JsonElement value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<JsonNode> Node(WorkflowContext run, [Input] JsonNode value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<JsonObject> Object(WorkflowContext run, [Input] JsonObject value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<JsonArray> JsonArray(WorkflowContext run, [Input] JsonArray value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<FreeForm> FreeForm(WorkflowContext run, [Input] FreeForm value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<List<JsonElement>> Elements(WorkflowContext run, [Input] List<JsonElement> value) => run.StepAsync("value", () => value);

    [Workflow]
    public static Task<Dictionary<string, JsonNode?>> Nodes(WorkflowContext run, [Input] Dictionary<string, JsonNode?> value) => run.StepAsync("value", () => value);
}
