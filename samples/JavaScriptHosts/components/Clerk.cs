using System.Runtime.CompilerServices;
using Agnt5;
using Microsoft.Extensions.AI;

namespace OrderComponents;

/// <summary>The shop's agent.</summary>
public static partial class Clerk
{
    /// <summary>Answers questions about prices.</summary>
    [Agent("clerk", Model = "clerk", Instructions = "You tell customers what articles cost.", Tools = ["lookup_price"])]
    public static partial Task<string> Answer(AgentContext ctx, string message);
}

/// <summary>A stand-in for a model, so that the sample needs no key: it looks up the last word of a message, and says what it costs.</summary>
internal sealed class ClerkModel : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var last = messages.Last();
        var price = last.Contents.OfType<FunctionResultContent>().FirstOrDefault();
        AIContent said = price is null
            ? new FunctionCallContent("look", "lookup_price", new Dictionary<string, object?> { ["article"] = last.Text.TrimEnd('?').Split(' ')[^1] })
            : new TextContent($"It costs {price.Result} euros.");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [said]))
        {
            FinishReason = price is null ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
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
