namespace Agnt5.Execution;

/// <summary>Runs the agents that a run may ask. The door supplies the implementation, so the engine knows nothing else about agents.</summary>
internal interface IRunAgents
{
    /// <summary>Runs a turn of an agent that a workflow asks.</summary>
    /// <returns>The agent's result as JSON, or <see langword="null"/> when it has none.</returns>
    Task<byte[]?> RunAsync(Invocation invocation, WorkflowSlice slice, string agent, string message, AgentCallOptions? options);

    /// <summary>Removes the records of the turns from the checkpoint of a completed run, and writes the sessions that now include the turns (protocol section 6).</summary>
    void Complete(Checkpoint checkpoint);
}
