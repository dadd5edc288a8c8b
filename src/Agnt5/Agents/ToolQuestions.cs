using Agnt5.Json;

namespace Agnt5.Agents;

/// <summary>Asks people on behalf of the calls of one reply: whether a tool may be called, and what the model itself wants to know.</summary>
/// <param name="context">The context of the turn.</param>
/// <param name="agent">The agent whose model asked.</param>
internal sealed class ToolQuestions(AgentContext context, RunningAgent agent)
{
    // A person cannot decide about what the question does not show, or about pages.
    private const int MostReadable = 4000;

    private readonly List<Task<string?>> _asked = [];
    private bool _isOver;

    /// <summary>Asks whether a call may be made.</summary>
    /// <returns>Why the call is not made, in words for the model, or <see langword="null"/> when it was approved.</returns>
    public async Task<string?> FindRefusalAsync(AgentTool tool, ReadOnlyMemory<byte> arguments)
    {
        if (arguments.Length > MostReadable)
            return $"A person has to approve this call, and its arguments are too long to be read: {arguments.Length} bytes, and at most {MostReadable}.";

        var answer = await AskAsync($"May {agent.Name} call {tool.Name} with {ToolArguments.Readable(arguments.Span)}?", Question.Approval).ConfigureAwait(true);
        if (_isOver)
            return "The turn is over.";
        // The question accepts approve and reject, and nothing else.
        return answer == ApprovalResult.Approve ? null : "A person refused this call.";
    }

    /// <summary>Asks what the model wants to know.</summary>
    /// <exception cref="InputInvalidException">The arguments ask nothing that a person could answer.</exception>
    public async Task<ToolOutcome> AnswerAsync(PersonTool tool, ReadOnlyMemory<byte> arguments)
    {
        if (arguments.Length > MostReadable)
            return ToolOutcome.Failed($"A person has to read this, and it is too long: {arguments.Length} bytes, and at most {MostReadable}.");

        var (text, kind) = tool.Read(JsonTree.Parse(arguments).Root);
        var answer = await AskAsync(text, kind).ConfigureAwait(true);
        return _isOver ? ToolOutcome.Failed("The turn is over.") : new ToolOutcome(tool.Result(answer));
    }

    /// <summary>Withdraws the questions. The agent's code may catch a failure and go on; nobody must be asked about calls whose results the model never gets.</summary>
    public void GiveUp()
    {
        _isOver = true;
        foreach (var asking in _asked)
            context.Withdraw(asking);
    }

    private Task<string?> AskAsync(string question, Question kind)
    {
        var asking = context.AskAsync(question, kind);
        _asked.Add(asking);
        return asking;
    }
}
