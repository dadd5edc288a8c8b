namespace Agnt5.Execution;

/// <summary>The agents that a run may ask. The engine knows no more of them: the door brings them.</summary>
internal interface IRunAgents
{
    /// <summary>Runs a turn of an agent that a workflow asks.</summary>
    /// <returns>The agent's result as JSON, or <see langword="null"/> when it has none.</returns>
    Task<byte[]?> RunAsync(Invocation invocation, WorkflowSlice slice, string agent, string message, AgentCallOptions? options);

    /// <summary>Takes the records of their turns out of the checkpoint of a run that has completed, and puts in the sessions that the turns are a part of now (protocol section 6).</summary>
    void Complete(Checkpoint checkpoint);
}
