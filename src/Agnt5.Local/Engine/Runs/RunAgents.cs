namespace Agnt5.Local.Engine.Runs;

/// <summary>
/// The lifecycle events of agents (protocol section 6, "Agents"). Endpoints emit them, with the model, the tools and the usage in them. The engine writes its own only for what an endpoint leaves
/// out.
/// </summary>
internal static class RunAgents
{
    private const string Started = "agent.started";

    /// <summary>Whether an event of the component is left to the endpoint.</summary>
    public static bool LeavesToEndpoint(RunChange change, string eventType) =>
        IsAgent(change.Spec) && (eventType == Started || !change.Run.IsAgentStarted || change.HasWritten(eventType));

    /// <summary>An answer came. Its events begin with the agent's start, or the engine writes it.</summary>
    public static void Answered(RunChange change, SliceAnswer answer)
    {
        if (!IsAgent(change.Spec) || change.Run.IsAgentStarted)
            return;

        change.Run = change.Run with { IsAgentStarted = true };
        if (!answer.Events.Any(static emitted => emitted.EventType == Started))
            change.Write(Started, RunJournal.StartData(change.Spec));
    }

    private static bool IsAgent(RunSpec spec) => spec.ComponentType == "agent";
}
