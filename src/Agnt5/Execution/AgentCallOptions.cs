namespace Agnt5;

/// <summary>The options of a call from a workflow or an agent to an agent.</summary>
public sealed class AgentCallOptions
{
    /// <summary>
    /// The call's identity over replays. Default: the agent's name, then <c>{name}:2</c> and so on in call order. Set a key where calls run at the same time, or in a loop whose order may
    /// change.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>
    /// The session of the call (protocol section 6). The call reads the session's history, and the history is written when the run completes. Default: no session; the agent sees only the
    /// message.
    /// </summary>
    public string? SessionId { get; init; }
}
