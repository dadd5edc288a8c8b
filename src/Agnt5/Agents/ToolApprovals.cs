namespace Agnt5.Agents;

/// <summary>Asks people whether tools may be called.</summary>
/// <param name="context">The context of the turn.</param>
/// <param name="agent">The agent whose model asked.</param>
internal sealed class ToolApprovals(AgentContext context, RunningAgent agent)
{
    // What a person does not see, a person cannot approve.
    private const int MostReadable = 4000;

    private readonly List<Task<string?>> _asked = [];
    private bool _isOver;

    /// <summary>Asks about one call.</summary>
    /// <returns>Why it is not made, for the model, or <see langword="null"/> when it is.</returns>
    public async Task<string?> FindRefusalAsync(AgentTool tool, ReadOnlyMemory<byte> arguments)
    {
        if (arguments.Length > MostReadable)
            return $"A person has to approve this call, and its arguments are too long to be read: {arguments.Length} bytes, and at most {MostReadable}.";

        var asking = context.AskAsync($"May {agent.Name} call {tool.Name} with {ToolArguments.Readable(arguments.Span)}?", Question.Approval);
        _asked.Add(asking);
        var answer = await asking.ConfigureAwait(true);
        if (_isOver)
            return "The turn is over.";
        // Nothing else is an answer to such a question.
        return answer == ApprovalResult.Approve ? null : "A person refused this call.";
    }

    /// <summary>Takes back what was asked. The agent's code may catch a failure and go on: nobody is to be asked for what the model will not hear of.</summary>
    public void GiveUp()
    {
        _isOver = true;
        foreach (var asking in _asked)
            context.Withdraw(asking);
    }
}
