namespace Agnt5;

/// <summary>Marks a method as a function: one stateless call, retried as a whole.</summary>
/// <param name="name">The name on the wire. Default: the method's name in snake_case, without <c>Async</c>.</param>
public sealed class FunctionAttribute(string? name = null) : ComponentAttribute(name);
