using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Tells whole replies from those that broke off.</summary>
internal static class ReplyCheck
{
    /// <summary>Throws for a reply that must be asked for again.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="isStreamed">Whether it was streamed. A reply that came whole was not cut off on its way.</param>
    /// <exception cref="BrokenReplyException">The reply broke off, or is an error that may pass.</exception>
    public static void ThrowIfBroken(ChatResponse reply, bool isStreamed)
    {
        if (reply.FinishReason is not null)
            return;

        // The adapter of OpenAI's responses keeps the error of a response without messages here.
        if (reply.Messages.Count == 0 && reply.AdditionalProperties?.GetValueOrDefault("Error") is { } failure)
            ReplyErrors.Add(reply, AdapterValue.TextOf(failure, "Code"), AdapterValue.TextOf(failure, "Message"));
        if (ReplyErrors.Find(reply) is { } error)
        {
            // An error without a code is of the provider's own making, or its code was lost on the way.
            if (string.IsNullOrWhiteSpace(error.ErrorCode) || ReplyErrors.IsPassing(error))
                throw ReplyErrors.ToException(error);
            return;
        }

        if (isStreamed && reply.Messages.Any(static said => said.Contents.OfType<FunctionCallContent>().Any(static call => !call.InformationalOnly)))
        {
            throw new BrokenReplyException(
                "The model's reply has calls of tools and ended without a finish reason, so the arguments may be cut off. A client of your own has to give its last update a FinishReason.");
        }

        if (isStreamed ? !IsUsable(reply) : reply.Messages.Count == 0)
            throw new BrokenReplyException("The model's reply ended without a finish reason before it said anything.");
    }

    /// <summary>Whether a reply ended without saying that it was finished. Its text may be cut off.</summary>
    public static bool IsUnfinished(ChatResponse reply, bool isStreamed) => isStreamed && reply.FinishReason is null && ReplyErrors.Find(reply) is null;

    private static bool IsUsable(ChatResponse reply) => reply.Messages.Any(static said => said.Contents.Any(static content => content switch
    {
        TextReasoningContent or UsageContent => false,
        TextContent text => !string.IsNullOrWhiteSpace(text.Text),
        _ => true,
    }));
}
