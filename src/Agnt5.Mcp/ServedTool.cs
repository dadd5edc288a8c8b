using System.Text.Json;
using Agnt5.Tools;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>A tool as clients see it.</summary>
internal sealed class ServedTool
{
    // Clients read JSON of at most 64 levels. Four of them are around a schema in the list of tools.
    private const int DeepestSchema = 60;

    private readonly ArgumentSchema _arguments;

    /// <param name="tool">The tool.</param>
    /// <param name="asks">Whether a person is asked before a tool runs that requires confirmation.</param>
    public ServedTool(ToolDescription tool, bool asks)
    {
        _arguments = ArgumentSchema.Of(tool.InputSchema, SchemaUse.Client);
        Name = tool.Name;
        NeedsApproval = tool.RequiresConfirmation && asks;
        Problem = ProblemOf(tool);
        Description = new Tool
        {
            Name = ClientToolName.Of(tool.Name),
            Description = tool.Description,
            InputSchema = _arguments.Json,
            OutputSchema = OutputSchemaOf(tool),
            Annotations = tool.RequiresConfirmation ? new ToolAnnotations { DestructiveHint = true } : null,
        };
    }

    /// <summary>Its own name.</summary>
    public string Name { get; }

    /// <summary>Its description in MCP's terms.</summary>
    public Tool Description { get; }

    /// <summary>Whether a person has to approve each call.</summary>
    public bool NeedsApproval { get; }

    /// <summary>Why it cannot be served, or <see langword="null"/>.</summary>
    public string? Problem { get; }

    /// <summary>The tool's input, from the arguments of a call.</summary>
    public byte[] InputOf(byte[] arguments) => _arguments.Unwrap(arguments);

    private string? ProblemOf(ToolDescription tool)
    {
        // The input of a tool is an object, and counts as an empty one where it is anything else (protocol section 4).
        if (tool.InputSchema is { ValueKind: JsonValueKind.Object } schema && schema.TryGetProperty("type"u8, out _) && !SchemaShape.IsOfObject(schema))
            return "its input is not a JSON object";
        return Depth(_arguments.Json) <= DeepestSchema ? null : "the schema of its input nests deeper than clients read";
    }

    // Structured content is an object and must always be present, so a result that may be null cannot have it.
    private static JsonElement? OutputSchemaOf(ToolDescription tool)
    {
        if (tool.OutputSchema is not { ValueKind: JsonValueKind.Object } given || !IsOfObject(given))
            return null;
        var written = ReaderSchema.Write(given, SchemaUse.Client);
        return Depth(written) <= DeepestSchema ? written : null;
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
