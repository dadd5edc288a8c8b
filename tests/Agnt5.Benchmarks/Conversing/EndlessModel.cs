using Microsoft.Extensions.AI;

namespace Agnt5.Benchmarks.Conversing;

/// <summary>A model that costs next to nothing: it calls a tool as often as the user says, then answers.</summary>
internal sealed class EndlessModel : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var conversation = (IReadOnlyList<ChatMessage>)messages;
        var calls = conversation.Count / 2;
        // Without tools there is nothing to call.
        AIContent content = options?.Tools is { Count: > 0 } && calls < int.Parse(conversation[0].Text, System.Globalization.CultureInfo.InvariantCulture)
            ? new FunctionCallContent($"call_{calls}", "count", new Dictionary<string, object?> { ["number"] = calls })
            : new TextContent("A reply of a usual length, as models give them: a sentence or two, and no more.");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [content])) { Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20, TotalTokenCount = 120 } });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Nothing is streamed here.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
