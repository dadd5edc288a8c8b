using System.Text.Json;
using Agnt5.Json;
using Microsoft.Extensions.AI;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>Turns the result of a tool into the content that a client gets.</summary>
internal sealed class ToolContent(long maxResultBytes)
{
    // Clients read JSON of at most 64 levels. Two of them are around structured content.
    private const int DeepestStructure = 62;

    public CallToolResult Of(ToolResult result, ServedTool tool)
    {
        if (result.Error is { } error)
            return Failure(error);
        if (result.Json.IsEmpty)
            return new CallToolResult { Content = [] };
        // What the tool did is done. The model must not take it for a call that it may simply make again.
        if (result.Json.Length > maxResultBytes)
            return Failure(FormattableString.Invariant($"The tool ran, and its result of {result.Json.Length} bytes is larger than this server's limit of {maxResultBytes}. Ask it for less."));

        if (result.Contents is { } contents)
            return OfContents(contents);

        JsonElement? structure = null;
        if (tool.Description.OutputSchema is not null && result.Json.Span[0] == (byte)'{')
        {
            structure = Parse(result.Json.Span);
            if (structure is null)
                return Failure($"The tool ran, and its result nests deeper than the {DeepestStructure} levels that clients read.");
        }

        return new CallToolResult { Content = [new TextContentBlock { Text = ResultText.Of(result.Json.Span) }], StructuredContent = structure };
    }

    private static CallToolResult OfContents(IReadOnlyList<AIContent> contents) => new()
    {
        Content = [.. contents.Where(static content => content is not null).Select(Block)],
        IsError = contents.Any(static content => content is ErrorContent) ? true : null,
    };

    // An address is a text: clients of older revisions know no links to resources.
    private static ContentBlock Block(AIContent content) => content switch
    {
        ErrorContent error => new TextContentBlock { Text = error.Message },
        UriContent address => new TextContentBlock { Text = address.Uri.OriginalString },
        _ => content.ToContentBlock(),
    };

    public static CallToolResult Failure(string text) => new() { Content = [new TextContentBlock { Text = text }], IsError = true };

    private static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestStructure });
        try
        {
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
