using Agnt5.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Agents;

/// <summary>Bounds the history of a session, so that a checkpoint does not outgrow a request.</summary>
internal static class SessionHistory
{
    private const int MostCharacters = 1024 * 1024;
    private const int MessagesOfATurn = 2;

    /// <param name="messages">The session's messages, including those of the turn that completed.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="definition">The declarations of its attribute.</param>
    /// <param name="services">The services, where the app may have registered a policy.</param>
    public static IReadOnlyList<SessionMessage> Trim(IReadOnlyList<SessionMessage> messages, string agent, AgentDefinition definition, IServiceProvider services)
    {
        return FindPolicy(agent, services) is { } policy ? policy.Trim(messages) : KeepLatest(messages, definition.MaxHistoryMessages ?? int.MaxValue);
    }

    /// <summary>The policy that the app has registered for an agent, or <see langword="null"/>.</summary>
    public static IHistoryPolicy? FindPolicy(string agent, IServiceProvider services) =>
        (services is IKeyedServiceProvider ? services.GetKeyedService<IHistoryPolicy>(agent) : null) ?? services.GetService<IHistoryPolicy>();

    /// <summary>The messages of users and agents. A caller that may send any message must not speak as the system or as a tool.</summary>
    public static IReadOnlyList<SessionMessage> OfConversation(IReadOnlyList<SessionMessage> messages) =>
        messages.All(IsOfConversation) ? messages : [.. messages.Where(IsOfConversation)];

    private static bool IsOfConversation(SessionMessage message) => message.Role is "user" or "assistant";

    private static IReadOnlyList<SessionMessage> KeepLatest(IReadOnlyList<SessionMessage> messages, int most)
    {
        var first = messages.Count;
        var characters = 0L;
        while (first > 0 && messages.Count - first < most && (characters += messages[first - 1].Content.Length) <= MostCharacters)
            first--;
        // The turn itself stays, however long it is.
        first = Math.Max(0, Math.Min(first, messages.Count - MessagesOfATurn));
        if (first == 0)
            return messages;

        // An answer without its question would mislead the model.
        var beginning = first;
        while (beginning < messages.Count && messages[beginning].Role != "user")
            beginning++;
        return [.. messages.Skip(beginning < messages.Count ? beginning : first)];
    }
}
