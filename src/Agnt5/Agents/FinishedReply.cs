using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>Tells replies that came to their end from those that stopped before.</summary>
internal static class FinishedReply
{
    // An adapter that has no constant for its provider's reason gives the provider's own word.
    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "stop", "end_turn", "stop_sequence", "eos", "complete", "completed", "tool_calls", "tool_call", "tool_use", "function_call", "function_calls",
    };

    /// <summary>
    /// Whether something cut a reply off: the longest reply allowed, or with calls any reason that is no end, such as Anthropic's <c>pause_turn</c>. A text that stopped for such a reason is an
    /// answer.
    /// </summary>
    public static bool WasCutOff(ChatResponse reply, bool hasCalls) =>
        reply.FinishReason == ChatFinishReason.Length
        || (hasCalls && reply.FinishReason is { } reason && reason != ChatFinishReason.ContentFilter && !Ends.Contains(reason.Value));
}
