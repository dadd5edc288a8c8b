using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// Gives the calls of a conversation names and ids that providers take. A model may call what it was never offered, and other providers make ids of their own form. Records and events have what the
/// model wrote.
/// </summary>
internal static class SentCalls
{
    // OpenAI takes no longer ids, and Anthropic no other characters.
    private const int LongestId = 40;

    // An id of a kind that every provider takes, from the beginning of a hash.
    private const int HashedBytes = 12;

    /// <summary>The messages with names that providers take, as <see cref="OfferedName"/> makes them.</summary>
    public static IReadOnlyList<ChatMessage> WithOfferedNames(IReadOnlyList<ChatMessage> messages)
    {
        if (!messages.Any(static message => message.Contents.Any(IsMisnamed)))
            return messages;

        return [.. messages.Select(static message => Changed(message, IsMisnamed, Rename))];
    }

    /// <summary>Changes the ids of a conversation that goes to another provider, where it may not take them. The same id always becomes the same.</summary>
    public static void MakeIdsPortable(List<ChatMessage> conversation)
    {
        for (var i = 0; i < conversation.Count; i++)
        {
            conversation[i] = Changed(conversation[i], HasForeignId, static content => content switch
            {
                FunctionCallContent call => With(call, Portable(call.CallId), call.Name),
                FunctionResultContent result => new FunctionResultContent(Portable(result.CallId), result.Result) { Exception = result.Exception, AdditionalProperties = result.AdditionalProperties },
                _ => content,
            });
        }
    }

    private static AIContent Rename(AIContent content) => content is FunctionCallContent call ? With(call, call.CallId, OfferedName.Of(call.Name)) : content;

    private static ChatMessage Changed(ChatMessage message, Func<AIContent, bool> needsChange, Func<AIContent, AIContent> change)
    {
        if (!message.Contents.Any(needsChange))
            return message;

        var changed = message.Clone();
        changed.Contents = [.. message.Contents.Select(content => needsChange(content) ? change(content) : content)];
        return changed;
    }

    private static FunctionCallContent With(FunctionCallContent call, string id, string name) => new(id, name, call.Arguments)
    {
        Exception = call.Exception,
        InformationalOnly = call.InformationalOnly,
        AdditionalProperties = call.AdditionalProperties,
    };

    private static bool IsMisnamed(AIContent content) => content is FunctionCallContent call && !OfferedName.IsTaken(call.Name);

    private static bool HasForeignId(AIContent content) => content switch
    {
        FunctionCallContent call => !IsPortable(call.CallId),
        FunctionResultContent result => !IsPortable(result.CallId),
        _ => false,
    };

    private static bool IsPortable(string id) => id.Length <= LongestId && OfferedName.IsTaken(id);

    private static string Portable(string id) => $"call_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, HashedBytes))}";
}
