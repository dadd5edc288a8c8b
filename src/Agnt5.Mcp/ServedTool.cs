using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>A tool as clients see it.</summary>
/// <param name="Tool">Its description in MCP's terms.</param>
/// <param name="NeedsApproval">Whether a person has to approve each call.</param>
internal sealed record ServedTool(Tool Tool, bool NeedsApproval)
{
    // Clients read JSON of at most 64 levels. Four of them are around a schema in the list of tools.
    private const int DeepestSchema = 60;

    /// <summary>Describes a tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="asks">Whether a person is asked before a tool runs that requires confirmation.</param>
    /// <param name="problem">Why the tool cannot be served.</param>
    /// <returns>The tool, or <see langword="null"/>.</returns>
    public static ServedTool? Describe(ToolDescription tool, bool asks, out string problem)
    {
        problem = "its input is not a JSON object";
        if (InputSchemaOf(tool) is not { } input)
            return null;

        problem = "the schema of its input nests deeper than clients read";
        if (Depth(input) > DeepestSchema)
            return null;

        return new ServedTool(
            new Tool
            {
                Name = tool.Name,
                Description = tool.Description,
                InputSchema = input,
                // Structured content must always be present, so a result that may be null cannot have it.
                OutputSchema = tool.OutputSchema is { } output && IsOfObject(output) && Depth(output) <= DeepestSchema ? output : null,
                Annotations = tool.RequiresConfirmation ? new ToolAnnotations { DestructiveHint = true } : null,
            },
            tool.RequiresConfirmation && asks);
    }

    // In MCP arguments are an object, and a tool's input that is not an object counts as an empty one (protocol section 4).
    private static JsonElement? InputSchemaOf(ToolDescription tool)
    {
        if (tool.InputSchema is not { ValueKind: JsonValueKind.Object } schema || !schema.TryGetProperty("type"u8, out _))
            return WithProperties(new JsonObject { ["type"] = "object" });
        if (!IsOfObject(schema))
            return null;
        // The APIs of models, and clients that stand in front of them, refuse an object without properties.
        return schema.TryGetProperty("properties"u8, out _) ? schema : WithProperties(JsonObject.Create(schema)!);
    }

    private static JsonElement WithProperties(JsonObject schema)
    {
        schema["properties"] = new JsonObject();
        return McpJson.Element(schema);
    }

    private static bool IsOfObject(JsonElement schema) =>
        schema.TryGetProperty("type"u8, out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("object"u8);

    private static int Depth(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => 1 + value.EnumerateObject().Select(static member => Depth(member.Value)).DefaultIfEmpty().Max(),
        JsonValueKind.Array => 1 + value.EnumerateArray().Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
