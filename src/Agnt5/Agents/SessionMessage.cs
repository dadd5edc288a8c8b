namespace Agnt5;

/// <summary>One message of a session as the checkpoint holds it (protocol section 6, "Agents").</summary>
/// <param name="Role">Who said it, usually <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">What was said.</param>
public sealed record SessionMessage(string Role, string Content);
