using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Adds to a streamed reply how it ended, where its adapter tells that in the provider's events alone.</summary>
internal static class StreamEnd
{
    /// <exception cref="BrokenReplyException">The stream ended with something that the adapter does not know: an error.</exception>
    public static ChatResponse Complete(ChatResponse reply, List<ChatResponseUpdate> updates)
    {
        AddRefusal(reply, updates);
        if (reply.FinishReason is not null || updates.Count == 0)
            return reply;

        var last = updates[^1].RawRepresentation;
        switch (last?.GetType().Name)
        {
            // OpenAI's responses: the adapter gives a finish reason to completed responses only.
            case "StreamingResponseIncompleteUpdate":
                reply.FinishReason = AdapterValue.TextOf(last, "Response", "IncompleteStatusDetails", "Reason") == "content_filter" ? ChatFinishReason.ContentFilter : ChatFinishReason.Length;
                break;
            case "StreamingResponseFailedUpdate":
                ReplyErrors.Add(reply, AdapterValue.TextOf(last, "Response", "Error", "Code"), AdapterValue.TextOf(last, "Response", "Error", "Message"));
                break;
            case not null when IsUnknownEvent(updates):
                throw new BrokenReplyException("The model's provider ended its stream with an error instead of a finish reason.");
        }

        return reply;
    }

    // The adapter of OpenAI's chat completions drops what the model says in a refusal.
    private static void AddRefusal(ChatResponse reply, List<ChatResponseUpdate> updates)
    {
        if (!string.IsNullOrWhiteSpace(reply.Text) || reply.Messages.Any(static said => said.Contents.Any(static content => content is ErrorContent or FunctionCallContent)))
            return;

        var refusal = string.Concat(updates.Select(static update => AdapterValue.TextOf(update.RawRepresentation, "RefusalUpdate")));
        if (refusal.Length > 0)
            ReplyErrors.Add(reply, ReplyErrors.Refusal, refusal);
    }

    // Adapters read an error in the stream as an event of which they know nothing: it has no content, and lacks the names that the events before it had.
    private static bool IsUnknownEvent(List<ChatResponseUpdate> updates)
    {
        var (first, last) = (updates[0], updates[^1]);
        return last.Contents.All(static content => content is TextContent { Text.Length: 0 })
            && ((first.ResponseId is not null && last.ResponseId is null) || (first.ModelId is not null && last.ModelId is null));
    }
}
