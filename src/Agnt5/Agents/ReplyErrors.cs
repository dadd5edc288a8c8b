using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The errors and refusals that a reply holds in place of an answer.</summary>
internal static class ReplyErrors
{
    /// <summary>The code of an error that is the model's own words.</summary>
    public const string Refusal = "Refusal";

    public static ErrorContent? Find(ChatResponse reply) => reply.Messages.SelectMany(static said => said.Contents).OfType<ErrorContent>().FirstOrDefault();

    /// <summary>Whether an error is a refusal. Clients mark the model's own words so. All other texts are the provider's, and may name requests, accounts or keys.</summary>
    public static bool IsRefusal(ErrorContent error) => string.Equals(error.ErrorCode, Refusal, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether another attempt may succeed.</summary>
    public static bool IsPassing(ErrorContent error) => ProviderErrorCodes.IsTransientCode(error.ErrorCode);

    /// <summary>Adds an error to a reply.</summary>
    public static void Add(ChatResponse reply, string? code, string? message)
    {
        if (reply.Messages.Count == 0)
            reply.Messages.Add(new ChatMessage(ChatRole.Assistant, []));
        reply.Messages[^1].Contents.Add(new ErrorContent(message ?? "") { ErrorCode = code });
    }
}
