using Agnt5.Execution;
using Agnt5.Tools;

namespace Agnt5.Agents;

/// <summary>The agents that one run may ask, and the sessions that their turns leave in its checkpoint.</summary>
/// <param name="directory">The endpoint's components.</param>
internal sealed class RunAgents(ComponentDirectory directory) : IRunAgents
{
    private AgentCalls? _ofWorkflow;
    private AgentSessions? _sessions;

    public ComponentDirectory Directory => directory;

    /// <summary>Whether an agent was asked in this run.</summary>
    public bool WereAsked { get; set; }

    /// <summary>The sessions of a checkpoint, including the turns that this run has completed so far.</summary>
    public AgentSessions SessionsOf(Checkpoint checkpoint) => _sessions ??= new AgentSessions(checkpoint.AgentSessions);

    public Task<byte[]?> RunAsync(Invocation invocation, WorkflowSlice slice, string agent, string message, AgentCallOptions? options) =>
        (_ofWorkflow ??= new AgentCalls(invocation, slice, this, parent: null)).RunAsync(agent, message, options);

    public void Complete(Checkpoint checkpoint)
    {
        if (WereAsked)
            checkpoint.RemoveReserved(TurnKey.IsOfTurn);
        KeepSessions(checkpoint);
    }

    /// <summary>Writes the changed sessions into the checkpoint.</summary>
    public void KeepSessions(Checkpoint checkpoint)
    {
        if (_sessions is { AreChanged: true } sessions)
            checkpoint.ReplaceSessions(sessions.Write());
    }
}
