using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// Answers the calls of a reply that the longest reply allowed cut off. None of them is made: what is left of the arguments may mean something else, and nobody can tell which calls are whole.
/// </summary>
internal static class CutOffCalls
{
    private const string Told = "The reply with this call was cut off: as a rule it reached the longest reply allowed. The call was not made. Make fewer or shorter calls in one reply.";

    /// <returns>The results for the model, one for each call, since providers demand them.</returns>
    public static List<AIContent> Answer(IReadOnlyList<FunctionCallContent> calls, ToolSet tools, AgentContext context)
    {
        var results = new List<AIContent>(calls.Count);
        foreach (var call in calls)
        {
            var outcome = ToolOutcome.Failed(Told);
            // It has no record, and so no key.
            var taken = tools.Take(call, prefix: "");
            context.EmitOwn(AgentEvents.ToolStarted(context.Turn, taken.Call, taken.Arguments));
            context.EmitOwn(AgentEvents.ToolFailed(context.Turn, taken.Call, Told));
            // Some clients mark a result as an error when it has an exception.
            results.Add(new FunctionResultContent(call.CallId, outcome.Result) { Exception = new InvalidOperationException(Told) });
        }

        return results;
    }
}
