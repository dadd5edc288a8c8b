namespace Agnt5;

/// <content>What a run believes of its input and metadata.</content>
public sealed partial class ServerlessOptions
{
    /// <summary>
    /// Whether an answer counts for a question that the run has not asked yet, or has asked in other words, as it does in the other SDKs (protocol section 6, "User input"). AGNT5 takes answers
    /// while a run sleeps, so an approval may then pass that nobody has seen. An answer that is none of a question's options is refused all the same. Default: <see langword="false"/>.
    /// </summary>
    public bool AcceptUnaskedAnswers { get; set; }

    /// <summary>
    /// Whether <c>session_id</c> in the input of an agent chooses the session, before the metadata's, as it does in the other SDKs (protocol section 6, "Agents"). Whoever writes the input may then
    /// read and continue the conversation of anybody whose session id is known. Default: <see langword="false"/>: the metadata's <c>session_id</c>, else the run's id.
    /// </summary>
    public bool AcceptInputSessions { get; set; }
}
