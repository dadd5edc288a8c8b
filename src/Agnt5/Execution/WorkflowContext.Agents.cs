using Agnt5.Execution;
using Agnt5.Json;

namespace Agnt5;

public partial class WorkflowContext
{
    /// <summary>Runs a turn of an agent as a part of this run, which records the answers of the agent's model and tools. The agent is in this project or in one that it references.</summary>
    /// <param name="agent">The agent's name on the wire.</param>
    /// <param name="message">The user's message.</param>
    /// <param name="options">The call's identity and session.</param>
    /// <returns>The agent's answer: its text, or its result as JSON.</returns>
    /// <exception cref="NonRetryableException">There is no such agent, the agent reached one of its limits, or the call did not come from the run's own code.</exception>
    /// <exception cref="StepFailedException">The model failed, or a tool whose failure ends the turn.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async Task<string> RunAgentAsync(string agent, string message, AgentCallOptions? options = null) =>
        ResultText.Of(await AskAgentAsync(agent, message, options).ConfigureAwait(true));

    /// <summary>Runs a turn of an agent as <see cref="RunAgentAsync(string, string, AgentCallOptions?)"/> does, and binds the agent's result to a type.</summary>
    /// <typeparam name="T">The result's type. It crosses the wire, so the generator must know it.</typeparam>
    /// <inheritdoc cref="RunAgentAsync(string, string, AgentCallOptions?)"/>
    public async Task<T> RunAgentAsync<T>(string agent, string message, AgentCallOptions? options = null)
    {
        var type = TypeInfo<T>("agent's result");
        var output = await AskAgentAsync(agent, message, options).ConfigureAwait(true);
        try
        {
            return BoundJson.Read(output ?? RecordedValues.Null, type);
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            // Without the cause, whose text may repeat the result.
            throw new NonRetryableException($"The result of agent '{agent}' does not bind to {typeof(T)}. Call RunAgentAsync<T> with the agent's declared result type.");
        }
    }

    private protected virtual Task<byte[]?> AskAgentAsync(string agent, string message, AgentCallOptions? options) =>
        _agents.RunAsync(_invocation, _slice, agent, message, options);
}
