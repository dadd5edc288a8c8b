using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace SupportAgent.Models;

/// <summary>A stand-in for a model: the first rule that has something to say answers. It needs no network, and says the same every time.</summary>
/// <param name="rules">What each rule says, a text or calls of tools, or <see langword="null"/> when it does not apply.</param>
internal sealed class RuleBasedChatClient(IReadOnlyList<Func<Conversation, IList<AIContent>?>> rules) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var conversation = Conversation.Read([.. messages], options);
        var said = rules.Select(rule => rule(conversation)).FirstOrDefault(static said => said is not null) ?? [new TextContent("I have no rule for that.")];
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, said))
        {
            ModelId = "rules",
            FinishReason = said.OfType<FunctionCallContent>().Any() ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
        });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
