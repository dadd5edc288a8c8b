using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Recording;

/// <summary>The pieces of a streamed reply that is recorded.</summary>
internal sealed class RecordedStream(RecordedCall call)
{
    private readonly List<ChatResponseUpdate> _updates = [];

    public void Add(ChatResponseUpdate update) => _updates.Add(update);

    /// <summary>The call after the caller has left the stream.</summary>
    public RecordedCall Left() => call.With(_updates);

    /// <summary>The call after the stream has failed.</summary>
    public RecordedCall Failed(Exception failure) =>
        Left().With(failure is JsonException ? new BrokenReplyException("The stream ended within one of its events, or is no JSON.", failure) : failure);

    /// <summary>The call after the stream has ended. Refusals and ends of which the adapter tells by objects of its package alone become a piece of their own.</summary>
    public RecordedCall Ended()
    {
        var reply = _updates.ToChatResponse();
        var (reason, errors) = (reply.FinishReason, ErrorsOf(reply).Count());
        try
        {
            _ = StreamEnd.Complete(reply, _updates);
        }
        catch (BrokenReplyException broken)
        {
            return Left().With(broken);
        }

        AIContent[] told = [.. ErrorsOf(reply).Skip(errors)];
        if (told.Length > 0 || reply.FinishReason != reason)
            _updates.Add(new ChatResponseUpdate(ChatRole.Assistant, told) { FinishReason = reply.FinishReason, ResponseId = reply.ResponseId, MessageId = _updates[^1].MessageId });
        return Left();
    }

    private static IEnumerable<AIContent> ErrorsOf(ChatResponse reply) => reply.Messages.SelectMany(static message => message.Contents).OfType<ErrorContent>();
}
