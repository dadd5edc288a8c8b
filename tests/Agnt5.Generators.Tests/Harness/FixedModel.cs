using Microsoft.Extensions.AI;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>A model that gives one answer, and remembers its request.</summary>
internal sealed class FixedModel(string answer) : IChatClient
{
    public IReadOnlyList<ChatMessage> Asked { get; private set; } = [];

    /// <summary>The system message of the request.</summary>
    public string? Instructions { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked = [.. messages];
        Instructions = options?.Instructions ?? Asked.FirstOrDefault(static message => message.Role == ChatRole.System)?.Text;
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)) { FinishReason = ChatFinishReason.Stop });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
