using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Agnt5.ConformanceServer;

/// <summary>A model that answers <c>seen:</c> and all of the user's messages, joined by <c>|</c>.</summary>
internal sealed class RepeatingModel : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var seen = messages.Where(static message => message.Role == ChatRole.User).Select(static message => message.Text);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, $"seen:{string.Join('|', seen)}")) { FinishReason = ChatFinishReason.Stop });
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
