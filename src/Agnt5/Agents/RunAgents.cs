using Agnt5.Execution;

namespace Agnt5.Agents;

/// <summary>The agents that one run may ask, and the sessions that their turns leave in its checkpoint.</summary>
/// <param name="directory">The endpoint's agents.</param>
internal sealed class RunAgents(AgentDirectory directory) : IRunAgents
{
    private AgentCalls? _ofWorkflow;
    private AgentSessions? _sessions;
    private Dictionary<Exception, string>? _failureReferences;

    public AgentDirectory Directory => directory;

    /// <summary>The references of the failures that models and users were told of in this run.</summary>
    public Dictionary<Exception, string> FailureReferences => _failureReferences ??= new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether an agent was asked in this run.</summary>
    public bool WereAsked { get; set; }

    /// <summary>The sessions of a checkpoint, including the turns that this run has completed so far.</summary>
    public AgentSessions SessionsOf(Checkpoint checkpoint) => _sessions ??= new AgentSessions(checkpoint.AgentSessions);

    /// <summary>The messages of a session that an agent continues, or <see langword="null"/> when the session has none.</summary>
    public IReadOnlyList<SessionMessage>? HistoryOf(string session, RunningAgent agent, Checkpoint checkpoint, IServiceProvider services)
    {
        if (SessionsOf(checkpoint).Find(session) is not { } history)
            return null;

        var said = SessionHistory.OfConversation(history);
        // Only a policy of the app may have put in what neither the user nor an agent said, such as a summary.
        return said.Count == history.Count || SessionHistory.FindPolicy(agent.Name, services) is null ? said : history;
    }

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
