using Agnt5.Execution;
using Agnt5.Json;

namespace Agnt5;

public partial class WorkflowContext
{
    /// <summary>Runs a turn of an agent of this project or of one that it references, as a part of this run: what its model and its tools answered is recorded with the run.</summary>
    /// <param name="agent">The agent's name on the wire.</param>
    /// <param name="message">What the user says.</param>
    /// <param name="options">The call's identity, and the session that it belongs to.</param>
    /// <returns>The agent's answer: its text, or its result as JSON.</returns>
    /// <exception cref="NonRetryableException">There is no such agent, the agent reached one of its limits, or the call did not come from the run's own code.</exception>
    /// <exception cref="StepFailedException">The model, or a tool whose failure ends the turn, failed.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async Task<string> RunAgentAsync(string agent, string message, AgentCallOptions? options = null) =>
        ResultText.Of(await AskAgentAsync(agent, message, options).ConfigureAwait(true));

    /// <summary>As <see cref="RunAgentAsync(string, string, AgentCallOptions?)"/>, with the agent's result as a type.</summary>
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
            throw new NonRetryableException($"The result of agent '{agent}' does not bind to {typeof(T)}.", BoundJson.CauseOf(exception));
        }
    }

    private protected virtual Task<byte[]?> AskAgentAsync(string agent, string message, AgentCallOptions? options) =>
        _agents.RunAsync(_invocation, _slice, agent, message, options);
}
