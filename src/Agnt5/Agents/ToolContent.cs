using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>A part of a tool's result that is no JSON: a text, an image, or another file.</summary>
internal static class ToolContent
{
    private static readonly JsonTypeInfo<AIContent> Info = (JsonTypeInfo<AIContent>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(AIContent));

    /// <summary>Reduces a content to what a record keeps. Its raw form and its additions belong to the client that made it, so they are left out.</summary>
    public static AIContent Reduce(AIContent content) => content switch
    {
        TextContent text => new TextContent(WireText.Repair(text.Text)),
        TextReasoningContent reasoning => new TextContent(WireText.Repair(reasoning.Text)),
        ErrorContent error => new TextContent(WireText.Repair(error.Message ?? "")),
        DataContent data when Decode(data) is { } text => new TextContent(text),
        DataContent data => new DataContent(data.Uri, data.MediaType) { Name = data.Name ?? NameOf(data) },
        UriContent uri => new UriContent(uri.Uri, uri.MediaType),
        HostedFileContent file => new HostedFileContent(file.FileId) { MediaType = file.MediaType, Name = file.Name },
        _ => new TextContent(Encoding.UTF8.GetString(JsonBytes.Write(content, static (writer, content) => JsonSerializer.Serialize(writer, content, Info)))),
    };

    /// <summary>The texts among contents, each on a line of its own.</summary>
    public static string Join(IEnumerable<AIContent> contents) => string.Join('\n', contents.OfType<TextContent>().Select(static text => text.Text));

    /// <summary>Names a content that is no text, for logs and for models that are shown it elsewhere: <c>image/png, 1234 bytes</c>.</summary>
    public static string Describe(AIContent content) => content switch
    {
        DataContent data => $"{data.MediaType}, {data.Data.Length} bytes",
        UriContent uri => $"{uri.MediaType} at {uri.Uri}",
        HostedFileContent file => $"file {file.FileId}",
        _ => content.GetType().Name,
    };

    /// <summary>The result of a call as a text, in which images and files are named.</summary>
    public static string? TextOf(object? result) => result is IEnumerable<AIContent> contents
        ? string.Join('\n', contents.Select(static content => content is TextContent text ? text.Text : $"[{Describe(content)}]"))
        : result?.ToString();

    // Most adapters drop files of text without a word.
    private static string? Decode(DataContent data)
    {
        if (!data.HasTopLevelMediaType("text") && !data.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return null;
        return System.Text.Unicode.Utf8.IsValid(data.Data.Span) ? Encoding.UTF8.GetString(data.Data.Span) : null;
    }

    // Some adapters make up a random name, so that no two requests of a conversation begin alike.
    private static string? NameOf(DataContent data) => data.HasTopLevelMediaType("image") ? null : $"file.{data.MediaType[(data.MediaType.IndexOf('/', StringComparison.Ordinal) + 1)..]}";
}
