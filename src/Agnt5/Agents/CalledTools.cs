using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// Declares the tools that a conversation has called, for a request that offers none. Some providers refuse calls in a request without tools. Ollama takes them, and cannot be told that no tool may
/// be called: there the declarations would invite the model.
/// </summary>
internal static class CalledTools
{
    private static readonly JsonElement AnyArguments = Parse("""{"type":"object","properties":{}}"""u8);

    /// <summary>Adds the declarations, and that none of them may be called. Does nothing where the request has tools, or the conversation has no calls.</summary>
    public static void DeclareIn(ChatOptions options, IReadOnlyList<ChatMessage> messages, IChatClient client)
    {
        if (options.Tools is { Count: > 0 } || !ClientForm.Of(client).TakesToolMode)
            return;

        var names = messages.SelectMany(static message => message.Contents).OfType<FunctionCallContent>().Select(static call => call.Name).Distinct(StringComparer.Ordinal);
        AITool[] called = [.. names.Select(static name => AIFunctionFactory.CreateDeclaration(name, "Belongs to an earlier part of the conversation, and may not be called any more.", AnyArguments))];
        if (called.Length == 0)
            return;

        options.Tools = called;
        options.ToolMode = ChatToolMode.None;
    }

    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        return document.RootElement.Clone();
    }
}
