using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The errors and refusals that a reply holds in place of an answer.</summary>
internal static class ReplyErrors
{
    /// <summary>The code of an error that is the model's own words.</summary>
    public const string Refusal = "Refusal";

    /// <summary>How much of an error's text the log has: enough for a provider's message, and not for a page.</summary>
    public const int LongestText = 1000;

    public static ErrorContent? Find(ChatResponse reply) => reply.Messages.SelectMany(static said => said.Contents).OfType<ErrorContent>().FirstOrDefault();

    /// <summary>Whether an error is a refusal. Clients mark the model's own words so. All other texts are the provider's, and may name requests, accounts or keys.</summary>
    public static bool IsRefusal(ErrorContent error) => string.Equals(error.ErrorCode, Refusal, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether another attempt may succeed.</summary>
    public static bool IsPassing(ErrorContent error) => ProviderErrorCodes.IsTransientCode(error.ErrorCode);

    /// <summary>The error as the failure of a call. Its text is the inner exception's, which the log alone shows.</summary>
    public static BrokenReplyException ToException(ErrorContent error)
    {
        var code = string.IsNullOrWhiteSpace(error.ErrorCode) ? "without a code" : CallerText.Shorten(error.ErrorCode);
        return new($"The model's provider answered with the error {code}.", new IOException($"The provider's error: {CallerText.Shorten(error.Message ?? "", LongestText)}"));
    }

    /// <summary>Adds an error to a reply.</summary>
    public static void Add(ChatResponse reply, string? code, string? message)
    {
        if (reply.Messages.Count == 0)
            reply.Messages.Add(new ChatMessage(ChatRole.Assistant, []));
        reply.Messages[^1].Contents.Add(new ErrorContent(message ?? "") { ErrorCode = code });
    }
}
