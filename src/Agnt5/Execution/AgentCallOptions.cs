namespace Agnt5;

/// <summary>How a workflow or an agent calls another agent.</summary>
public sealed class AgentCallOptions
{
    /// <summary>
    /// The call's identity over replays. Default: the agent's name, then <c>{name}:2</c> and so on in call order. Give calls that run at the same time, or in a loop whose order may change, their
    /// own.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// The session that the call belongs to (protocol section 6): its history is read, and written when the run completes. Default: none; the agent knows only the message.
    /// </summary>
    public string? SessionId { get; init; }
}
