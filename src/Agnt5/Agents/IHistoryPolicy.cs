namespace Agnt5;

/// <summary>
/// Decides what of a session is kept when a turn completes. Register one as a service, keyed by an agent's name for that agent alone. Without one an agent keeps
/// <see cref="AgentAttribute.MaxHistoryMessages"/>.
/// </summary>
public interface IHistoryPolicy
{
    /// <summary>Chooses what is kept. What it returns is in the checkpoint and is sent to the model at the next turn, so its size must have a bound.</summary>
    /// <param name="messages">The session's messages, the oldest first, with those of the turn that has just completed.</param>
    IReadOnlyList<SessionMessage> Trim(IReadOnlyList<SessionMessage> messages);
}
