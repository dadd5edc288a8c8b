using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The messages of a reply that go back to the provider with the next request.</summary>
internal static class ReplyMessages
{
    /// <summary>
    /// Leaves out blank texts and messages that say nothing, which providers refuse. Reasoning in a message by itself goes into the message that it led to: providers that sign reasoning want it
    /// back, and refuse messages of reasoning alone.
    /// </summary>
    public static IEnumerable<ChatMessage> OfConversation(ChatResponse reply)
    {
        List<AIContent> reasoning = [];
        foreach (var message in reply.Messages)
        {
            AIContent[] said = [.. message.Contents.Where(static content => !IsBlank(content))];
            if (said.All(static content => content is TextReasoningContent))
            {
                reasoning.AddRange(said);
                continue;
            }

            yield return reasoning.Count == 0 && said.Length == message.Contents.Count ? message : With([.. reasoning, .. said], message);
            reasoning.Clear();
        }
    }

    /// <summary>Takes the reasoning out of a conversation that goes to another provider, which could not read what the first one signed or encrypted.</summary>
    public static void ForgetReasoning(List<ChatMessage> conversation)
    {
        for (var i = 0; i < conversation.Count; i++)
        {
            if (conversation[i].Contents.Any(static content => content is TextReasoningContent))
                conversation[i] = With([.. conversation[i].Contents.Where(static content => content is not TextReasoningContent)], conversation[i]);
        }
    }

    private static bool IsBlank(AIContent content) => content is TextContent text && string.IsNullOrWhiteSpace(text.Text) && text.AdditionalProperties is null;

    private static ChatMessage With(List<AIContent> contents, ChatMessage message) => new(message.Role, contents)
    {
        AuthorName = message.AuthorName,
        MessageId = message.MessageId,
        AdditionalProperties = message.AdditionalProperties,
    };
}
