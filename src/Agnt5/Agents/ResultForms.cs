using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// Gives the results of tools the form that a model's client sends best. Few adapters send images and files within a result; the others would write them there as JSON, base64 included. For those
/// they follow in a message of the user, which every adapter can send.
/// </summary>
internal static class ResultForms
{
    /// <summary>The messages for a client.</summary>
    public static IReadOnlyList<ChatMessage> For(IChatClient client, IReadOnlyList<ChatMessage> messages)
    {
        var (takesContents, readsJson, _) = ClientForm.Of(client);
        if (!messages.Any(message => NeedsForm(message, readsJson)))
            return messages;

        var names = messages.SelectMany(static message => message.Contents).OfType<FunctionCallContent>().DistinctBy(static call => call.CallId)
            .ToDictionary(static call => call.CallId, static call => call.Name, StringComparer.Ordinal);
        var formed = new List<ChatMessage>(messages.Count + 1);
        foreach (var message in messages)
        {
            if (!NeedsForm(message, readsJson))
            {
                formed.Add(message);
                continue;
            }

            var following = new List<AIContent>();
            var clone = message.Clone();
            clone.Contents = [.. message.Contents.Select(content => content switch
            {
                FunctionResultContent { Result: IEnumerable<AIContent> contents } result => With(result, Place(result, contents, takesContents, names, following)),
                FunctionResultContent { Result: string text } result when readsJson => With(result, Parse(text)),
                _ => content,
            })];
            formed.Add(clone);
            if (following.Count > 0)
                formed.Add(new ChatMessage(ChatRole.User, following));
        }

        return formed;
    }

    private static bool NeedsForm(ChatMessage message, bool readsJson) =>
        message.Contents.Any(content => content is FunctionResultContent result && (result.Result is IEnumerable<AIContent> || (readsJson && result.Result is string)));

    private static FunctionResultContent With(FunctionResultContent result, object value) =>
        new(result.CallId, value) { Exception = result.Exception, AdditionalProperties = result.AdditionalProperties };

    private static object Place(FunctionResultContent result, IEnumerable<AIContent> contents, bool takesContents, Dictionary<string, string> names, List<AIContent> following)
    {
        var within = new List<AIContent>();
        var behind = new List<AIContent>();
        foreach (var content in contents)
        {
            if (content is TextContent || (takesContents && IsShownWithin(content)))
            {
                within.Add(content);
                continue;
            }

            within.Add(new TextContent($"[{ToolContent.Describe(content)}: in the next message]"));
            behind.Add(content);
        }

        if (behind.Count > 0)
            following.AddRange([new TextContent($"The result of {names.GetValueOrDefault(result.CallId, "the tool")} ({result.CallId}) has:"), .. behind]);
        return within.TrueForAll(static content => content is TextContent) ? ToolContent.Join(within) : within;
    }

    // Adapters that take contents write all other ones as JSON, or send them as files that the provider refuses.
    private static bool IsShownWithin(AIContent content) => content switch
    {
        DataContent data => data.HasTopLevelMediaType("image") || data.MediaType.Equals("application/pdf", StringComparison.OrdinalIgnoreCase),
        UriContent uri => uri.HasTopLevelMediaType("image") || uri.MediaType.Equals("application/pdf", StringComparison.OrdinalIgnoreCase),
        _ => content is HostedFileContent,
    };

    // The adapter of Ollama puts the result into JSON, where a text of JSON would have each quotation mark escaped.
    private static object Parse(string text)
    {
        if (text is not ['{' or '[', ..])
            return text;

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
