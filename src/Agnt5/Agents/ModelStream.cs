using System.Text.Json;
using Agnt5.Execution;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Reads a streamed reply of a model, and emits an event for each piece of it.</summary>
internal sealed class ModelStream(AgentContext context)
{
    /// <exception cref="BrokenReplyException">The stream ended within one of its events.</exception>
    /// <exception cref="OperationCanceledException">The call was canceled before the reply was finished.</exception>
    public async Task<ChatResponse> ReadAsync(IAsyncEnumerable<ChatResponseUpdate> stream, CancellationToken cancellationToken)
    {
        var updates = new List<ChatResponseUpdate>();
        try
        {
            await foreach (var update in stream.ConfigureAwait(false))
            {
                updates.Add(update);
                Emit(update);
            }
        }
        catch (JsonException broken) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BrokenReplyException("The stream of the model's provider ended within one of its events, or is no JSON.", broken);
        }

        var reply = updates.ToChatResponse();
        // The client of Ollama ends its stream without a word when the call is canceled. What came until then is no reply.
        if (reply.FinishReason is null)
            cancellationToken.ThrowIfCancellationRequested();
        return StreamEnd.Complete(reply, updates);
    }

    private void Emit(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
        {
            if (content is TextReasoningContent { Text.Length: > 0 } thought)
                context.EmitOwn(AgentEvents.Delta(context.Turn, "lm.thinking.delta", thought.Text, StepScope.Current));
            else if (content is TextContent { Text.Length: > 0 } text)
                context.EmitOwn(AgentEvents.Delta(context.Turn, "lm.message.delta", text.Text, StepScope.Current));
        }
    }
}
