namespace Agnt5;

/// <summary>Marks a method as a durable workflow: every step runs once, and a replay returns the recorded results (protocol section 6).</summary>
/// <param name="name">The name on the wire. Default: the method's name in snake_case, without <c>Async</c>.</param>
public sealed class WorkflowAttribute(string? name = null) : ComponentAttribute(name);
