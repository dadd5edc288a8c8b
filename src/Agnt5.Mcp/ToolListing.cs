using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>The tools that are served, as the manifest describes them. They stay the same as long as the process runs, so they are read once.</summary>
internal sealed class ToolListing
{
    private static readonly JsonElement AnyObject = JsonDocument.Parse("""{"type":"object"}""").RootElement;

    private readonly Dictionary<string, Tool> _byName;

    private ToolListing(IEnumerable<Tool> tools)
    {
        _byName = tools.ToDictionary(static tool => tool.Name, StringComparer.Ordinal);
    }

    public static ToolListing Create(ToolHost host, Agnt5McpOptions options, ILogger logger)
    {
        var tools = new List<Tool>();
        foreach (var tool in host.Tools)
        {
            if (tool.RequiresConfirmation && !options.IncludeToolsThatRequireConfirmation)
                continue;
            if (InputSchemaOf(tool) is { } input)
                tools.Add(Describe(tool, input));
            else
                McpLog.NotServed(logger, tool.Name);
        }

        return new ToolListing(tools);
    }

    /// <summary>Lists all tools, in one page. Each request gets a new result, because the protocol library adds to it.</summary>
    public ListToolsResult List() => new() { Tools = [.. _byName.Values] };

    /// <summary>A tool that is served, or <see langword="null"/>.</summary>
    public Tool? Find(string name) => _byName.GetValueOrDefault(name);

    private static Tool Describe(ToolDescription tool, JsonElement input) => new()
    {
        Name = tool.Name,
        Description = tool.Description,
        InputSchema = input,
        // Structured content must always be present, so a result that may be null cannot have it.
        OutputSchema = tool.OutputSchema is { } output && IsOfObject(output) ? output : null,
        Annotations = tool.RequiresConfirmation ? new ToolAnnotations { DestructiveHint = true } : null,
    };

    // In MCP arguments are an object, and a tool's input that is not an object counts as an empty one (protocol section 4).
    private static JsonElement? InputSchemaOf(ToolDescription tool)
    {
        if (tool.InputSchema is not { ValueKind: JsonValueKind.Object } schema || !schema.TryGetProperty("type"u8, out _))
            return AnyObject;
        return IsOfObject(schema) ? schema : null;
    }

    private static bool IsOfObject(JsonElement schema) =>
        schema.TryGetProperty("type"u8, out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("object"u8);
}
