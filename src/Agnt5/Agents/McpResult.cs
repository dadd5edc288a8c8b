using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Agnt5.Execution;
using Agnt5.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// Reads the result of an MCP server's tool. Its client gives contents where it can, and otherwise the whole result as JSON: for failures, for structured results, and for links.
/// </summary>
internal static class McpResult
{
    // The client's tools, looked up by name, since the endpoint does not depend on the package.
    private static readonly Type? ClientTool = Type.GetType("ModelContextProtocol.Client.McpClientTool, ModelContextProtocol.Core");

    /// <summary>Whether a function is the tool of an MCP server, also within wrappers. The JSON of the app's own functions may look like such a result, and is none.</summary>
    public static bool IsOf(AIFunction function) => ClientTool is not null && function.GetService(ClientTool) is not null;

    /// <summary>Reads the contents of a result.</summary>
    /// <param name="json">What a function returned.</param>
    /// <param name="tool">The tool's name, for the message.</param>
    /// <returns>The contents, or <see langword="null"/> when the JSON is no such result.</returns>
    /// <exception cref="ReportedFailureException">The result says that the tool failed.</exception>
    public static IReadOnlyList<AIContent>? Find(JsonElement json, string tool)
    {
        if (!Is(json, out var blocks))
            return null;

        List<AIContent> contents = [.. blocks.EnumerateArray().Select(Read)];
        var structured = json.TryGetProperty("structuredContent"u8, out var value) && value.ValueKind == JsonValueKind.Object ? value : (JsonElement?)null;
        if (structured is { } own)
        {
            // Servers repeat it as a text, for clients that know no structured results.
            contents.RemoveAll(content => content is TextContent text && Repeats(text.Text, own));
            contents.Add(new TextContent(Compact(own)));
        }

        if (!IsError(json))
            return contents;
        var said = ToolContent.Join(contents);
        throw new ReportedFailureException(string.IsNullOrWhiteSpace(said) ? $"The tool '{tool}' of the MCP server failed and gave no reason." : said.Trim());
    }

    private static bool Is(JsonElement json, out JsonElement blocks)
    {
        blocks = default;
        return json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty("content"u8, out blocks) && blocks.ValueKind == JsonValueKind.Array
            && json.EnumerateObject().All(static member => member.Name is "content" or "structuredContent" or "isError" or "_meta" or "resultType")
            && blocks.EnumerateArray().All(static block => TypeOf(block) is not null)
            && (blocks.GetArrayLength() > 0 || IsError(json) || json.TryGetProperty("structuredContent"u8, out _));
    }

    private static bool IsError(JsonElement json) => json.TryGetProperty("isError"u8, out var isError) && isError.ValueKind == JsonValueKind.True;

    private static AIContent Read(JsonElement block) => TypeOf(block) switch
    {
        "text" when Text(block, "text"u8) is { } text => new TextContent(text),
        "image" or "audio" when Data(block, "data"u8) is { } data => data,
        "resource" when block.TryGetProperty("resource"u8, out var resource) && resource.ValueKind == JsonValueKind.Object => ReadResource(resource) ?? Written(block),
        _ => Written(block),
    };

    private static AIContent? ReadResource(JsonElement resource) => Text(resource, "text"u8) is { } text ? new TextContent(text) : Data(resource, "blob"u8);

    private static DataContent? Data(JsonElement block, ReadOnlySpan<byte> member)
    {
        try
        {
            return block.TryGetProperty(member, out var data) && data.ValueKind == JsonValueKind.String && data.TryGetBytesFromBase64(out var bytes)
                ? new DataContent(bytes, Text(block, "mimeType"u8) ?? "application/octet-stream")
                : null;
        }
        catch (ArgumentException)
        {
            // The media type is none.
            return null;
        }
    }

    // A link, for example: the model can read it.
    private static TextContent Written(JsonElement block) => new(Compact(block));

    private static string? TypeOf(JsonElement block) => block.ValueKind == JsonValueKind.Object ? Text(block, "type"u8) : null;

    private static string? Text(JsonElement json, ReadOnlySpan<byte> member) => json.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? JsonText.Of(text) : null;

    private static bool Repeats(string text, JsonElement structured)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
            return false;

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = JsonDepth.Most });
            return JsonElement.DeepEquals(document.RootElement, structured);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Compact(JsonElement json) =>
        Encoding.UTF8.GetString(JsonBytes.Write(WireText.Repair(json), static (writer, json) => JsonCopy.Write(writer, JsonMarshal.GetRawUtf8Value(json))));
}
