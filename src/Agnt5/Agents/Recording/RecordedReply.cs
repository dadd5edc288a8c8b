using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Recording;

/// <summary>Writes and reads replies. What their client says only by objects of its package is written as a content.</summary>
internal static class RecordedReply
{
    private static readonly JsonTypeInfo<ChatResponse> ReplyInfo = RecordedJson.InfoOf<ChatResponse>();
    private static readonly JsonTypeInfo<ChatResponseUpdate> UpdateInfo = RecordedJson.InfoOf<ChatResponseUpdate>();

    public static JsonObject Write(ChatResponse reply)
    {
        var copy = Copy(reply);
        var written = RecordedJson.Write(copy, ReplyInfo);
        for (var i = 0; i < copy.Messages.Count; i++)
            Complete(written["messages"]![i]!["contents"], copy.Messages[i].Contents);
        return written;
    }

    public static JsonObject Write(ChatResponseUpdate update)
    {
        var copy = update.Clone();
        copy.Contents = RecordedJson.Known(update.Contents);
        var written = RecordedJson.Write(copy, UpdateInfo);
        Complete(written["contents"], copy.Contents);
        return written;
    }

    public static ChatResponse Read(JsonObject reply)
    {
        var read = reply.Deserialize(ReplyInfo)!;
        foreach (var message in read.Messages)
            RestoreProblems(message.Contents);
        return read;
    }

    public static ChatResponseUpdate ReadUpdate(JsonNode? update)
    {
        var read = update.Deserialize(UpdateInfo)!;
        RestoreProblems(read.Contents);
        return read;
    }

    private static ChatResponse Copy(ChatResponse reply)
    {
        var copy = new ChatResponse([.. reply.Messages.Select(RecordedJson.Known)])
        {
            ResponseId = reply.ResponseId,
            ConversationId = reply.ConversationId,
            ModelId = reply.ModelId,
            CreatedAt = reply.CreatedAt,
            FinishReason = reply.FinishReason,
            Usage = reply.Usage,
            AdditionalProperties = reply.AdditionalProperties,
        };
        // The adapter of OpenAI's responses keeps the error of a response without messages here, as an object of its package.
        if (reply.Messages.Count == 0 && reply.AdditionalProperties?.GetValueOrDefault("Error") is { } failure)
        {
            copy.AdditionalProperties = null;
            ReplyErrors.Add(copy, AdapterValue.TextOf(failure, "Code"), message: null);
        }

        return copy;
    }

    // JSON has no place for an exception. The texts of errors are the provider's, and may name accounts or keys.
    private static void Complete(JsonNode? written, IList<AIContent> contents)
    {
        for (var i = 0; i < contents.Count; i++)
        {
            var content = written![i]!.AsObject();
            if (contents[i] is FunctionCallContent call && ModelReply.FindInvalidArguments(call) is { } problem)
                (content["additionalProperties"] ??= new JsonObject())[ModelReply.InvalidArguments] = problem;
            if (contents[i] is not ErrorContent error || ReplyErrors.IsRefusal(error))
                continue;

            content["message"] = "";
            content.Remove("details");
        }
    }

    private static void RestoreProblems(IEnumerable<AIContent> contents)
    {
        foreach (var call in contents.OfType<FunctionCallContent>())
        {
            if (ModelReply.InvalidArgumentsOf(call) is not { } problem)
                continue;

            call.Exception = new JsonException(problem);
            call.AdditionalProperties!.Remove(ModelReply.InvalidArguments);
        }
    }
}
