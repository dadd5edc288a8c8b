namespace Agnt5.Local.Hosting.Loop;

/// <summary>A state could not be read. What a transaction gathered without it may be half of something, and must not be committed: somebody would wait for ever.</summary>
/// <param name="cause">What the store says.</param>
internal sealed class UnreadableStateException(Exception cause) : Exception(cause.Message, cause);
