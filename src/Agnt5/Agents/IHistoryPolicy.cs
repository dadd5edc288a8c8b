namespace Agnt5;

/// <summary>
/// Decides which messages of a session are kept when a turn completes. Register it as a service, for all agents or, with an agent's name as its key, for that agent alone. Without a policy,
/// <see cref="AgentAttribute.MaxHistoryMessages"/> decides.
/// </summary>
public interface IHistoryPolicy
{
    /// <summary>Chooses the messages to keep. They are stored in the checkpoint and sent to the model at the next turn, so bound their size.</summary>
    /// <param name="messages">The session's messages, the oldest first, including those of the turn that has just completed.</param>
    /// <returns>
    /// The messages to keep. A policy may add some, such as a summary. Because of that, stored messages of roles other than <c>user</c> and <c>assistant</c> reach the models of its agents; without a
    /// policy they are dropped.
    /// </returns>
    IReadOnlyList<SessionMessage> Trim(IReadOnlyList<SessionMessage> messages);
}
