using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Finds replies that end the turn: refusals and errors.</summary>
internal static class RefusedReply
{
    /// <param name="reply">The reply.</param>
    /// <param name="hasCalls">Whether it calls tools.</param>
    /// <param name="agent">The name of the agent whose model replied.</param>
    /// <param name="context">The context of the turn.</param>
    /// <returns>The failure of the turn, or <see langword="null"/>.</returns>
    public static NonRetryableException? Find(ChatResponse reply, bool hasCalls, string agent, AgentContext context)
    {
        var isFiltered = reply.FinishReason == ChatFinishReason.ContentFilter;
        // Some providers send the refusal as an error content instead of an answer.
        if (ReplyErrors.Find(reply) is not { } error)
            return isFiltered ? Refusal(agent, reply.Text) : null;

        var isRefusal = ReplyErrors.IsRefusal(error);
        var brokeOff = reply.FinishReason is null && !isRefusal;
        if (!isFiltered && !brokeOff && (hasCalls || !string.IsNullOrWhiteSpace(reply.Text)))
            return null;

        return isRefusal ? Refusal(agent, error.Message) : ProviderError(error, agent, context);
    }

    private static NonRetryableException Refusal(string agent, string? said) =>
        new($"The model of agent '{agent}' refused to answer{(string.IsNullOrWhiteSpace(said) ? "" : $": {CallerText.Shorten(said)}")}.");

    private static NonRetryableException ProviderError(ErrorContent error, string agent, AgentContext context)
    {
        var code = CallerText.Shorten(string.IsNullOrWhiteSpace(error.ErrorCode) ? "unknown" : error.ErrorCode);
        AgentLog.ProviderAnsweredWithError(context.Logger, context.Invocation.LoggedRunId, agent, code, CallerText.Shorten(error.Message ?? "", ReplyErrors.LongestText));
        return new NonRetryableException($"The model of agent '{agent}' gave no answer but the error {code}; the endpoint's log has its text.");
    }
}
