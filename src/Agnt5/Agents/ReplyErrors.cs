using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The errors and refusals that a reply holds in place of an answer.</summary>
internal static class ReplyErrors
{
    /// <summary>The code of an error that is the model's own words.</summary>
    public const string Refusal = "Refusal";

    /// <summary>The codes of errors that pass: the providers' words for being busy or broken.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase)
    {
        "server_error", "internal_error", "internal_server_error", "api_error", "overloaded_error", "rate_limit_exceeded", "rate_limit_error", "service_unavailable", "timeout", "timeout_error",
        "vector_store_timeout", "408", "429", "500", "502", "503", "504", "529",
    };

    public static ErrorContent? Find(ChatResponse reply) => reply.Messages.SelectMany(static said => said.Contents).OfType<ErrorContent>().FirstOrDefault();

    /// <summary>Whether an error is a refusal. Clients mark the model's own words so. All other texts are the provider's, and may name requests, accounts or keys.</summary>
    public static bool IsRefusal(ErrorContent error) => string.Equals(error.ErrorCode, Refusal, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether another attempt may succeed.</summary>
    public static bool IsPassing(ErrorContent error) => error.ErrorCode is { } code && Passing.Contains(code.Trim());

    /// <summary>Adds an error to a reply.</summary>
    public static void Add(ChatResponse reply, string? code, string? message)
    {
        if (reply.Messages.Count == 0)
            reply.Messages.Add(new ChatMessage(ChatRole.Assistant, []));
        reply.Messages[^1].Contents.Add(new ErrorContent(message ?? "") { ErrorCode = code });
    }
}
