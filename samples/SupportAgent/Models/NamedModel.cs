using Microsoft.Extensions.AI;

namespace SupportAgent.Models;

/// <summary>Asks for the model that the configuration names, whatever the agents call it.</summary>
internal sealed class NamedModel(IChatClient client, string name) : DelegatingChatClient(client)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, Named(options), cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(messages, Named(options), cancellationToken);

    private ChatOptions Named(ChatOptions? options)
    {
        var named = options?.Clone() ?? new ChatOptions();
        named.ModelId = name;
        return named;
    }
}
