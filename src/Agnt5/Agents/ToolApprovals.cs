namespace Agnt5.Agents;

/// <summary>Asks people whether tools may be called.</summary>
/// <param name="context">The context of the turn.</param>
/// <param name="agent">The agent whose model asked.</param>
internal sealed class ToolApprovals(AgentContext context, RunningAgent agent)
{
    // A person cannot approve arguments that the question does not show.
    private const int MostReadable = 4000;

    private readonly List<Task<string?>> _asked = [];
    private bool _isOver;

    /// <summary>Asks about one call.</summary>
    /// <returns>Why the call is not made, in words for the model, or <see langword="null"/> when it was approved.</returns>
    public async Task<string?> FindRefusalAsync(AgentTool tool, ReadOnlyMemory<byte> arguments)
    {
        if (arguments.Length > MostReadable)
            return $"A person has to approve this call, and its arguments are too long to be read: {arguments.Length} bytes, and at most {MostReadable}.";

        var asking = context.AskAsync($"May {agent.Name} call {tool.Name} with {ToolArguments.Readable(arguments.Span)}?", Question.Approval);
        _asked.Add(asking);
        var answer = await asking.ConfigureAwait(true);
        if (_isOver)
            return "The turn is over.";
        // The question accepts approve and reject, and nothing else.
        return answer == ApprovalResult.Approve ? null : "A person refused this call.";
    }

    /// <summary>Withdraws the questions. The agent's code may catch a failure and go on; nobody must be asked about calls whose results the model never gets.</summary>
    public void GiveUp()
    {
        _isOver = true;
        foreach (var asking in _asked)
            context.Withdraw(asking);
    }
}
