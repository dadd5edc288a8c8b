using Agnt5.Execution;
using Microsoft.Extensions.AI;

namespace Agnt5;

/// <summary>
/// The context of an agent: a workflow's, and beside that the conversation. Whatever the model, tools and people answered is recorded, so a turn that runs again from the top pays for nothing
/// twice (protocol section 6, "Agents").
/// </summary>
public sealed class AgentContext : WorkflowContext
{
    internal AgentContext(Invocation invocation, WorkflowSlice slice)
        : base(invocation, slice)
    {
    }

    /// <summary>The session that the turn belongs to (protocol section 6).</summary>
    public string SessionId => throw new NotImplementedException();

    /// <summary>The session's messages before this turn, the oldest first.</summary>
    public IReadOnlyList<SessionMessage> History => throw new NotImplementedException();

    /// <summary>
    /// Runs the agent's loop: calls its model, and the tools that the model asks for, until there is an answer. Every reply and every tool's result is recorded.
    /// </summary>
    /// <param name="message">What the user says.</param>
    /// <param name="options">What this run does otherwise than the agent's attribute says.</param>
    /// <returns>The model's answer.</returns>
    /// <exception cref="NonRetryableException">
    /// A limit of the agent's attribute was reached, the model refused to answer, or the call did not come from the agent's own code.
    /// </exception>
    /// <exception cref="StepFailedException">The model, or a tool whose failure ends the turn, failed.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<string> RunAsync(string message, AgentRunOptions? options = null) => throw new NotImplementedException();

    /// <summary>As <see cref="RunAsync(string, AgentRunOptions?)"/>, with an answer of a type: the model is given its schema, and an answer that does not bind to it goes back to the model.</summary>
    /// <typeparam name="T">The answer's type. It crosses the wire, so the generator must know it.</typeparam>
    /// <inheritdoc cref="RunAsync(string, AgentRunOptions?)"/>
    public Task<T> RunAsync<T>(string message, AgentRunOptions? options = null) => throw new NotImplementedException();

    /// <summary>Calls the agent's model once, as a recorded step: on replay the recorded reply is returned. Tools are not offered, and none is called.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">Options of the call. Default: the model, temperature and length of the agent's attribute.</param>
    /// <param name="key">The call's identity over replays. Default: its number in call order.</param>
    /// <returns>The reply.</returns>
    /// <exception cref="StepFailedException">The model failed.</exception>
    /// <exception cref="NonRetryableException">The agent names no model, the key is used already, or the call did not come from the agent's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<ChatResponse> CallModelAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, string? key = null) => throw new NotImplementedException();
}
