namespace Agnt5;

/// <summary>Marks a method as a tool that agents and MCP clients can call. A model chooses tools by their descriptions.</summary>
/// <param name="name">The name on the wire. Default: the method's name in snake_case, without <c>Async</c>.</param>
public sealed class ToolAttribute(string? name = null) : ComponentAttribute(name)
{
    /// <summary>Whether a person must approve each call. Emitted as <c>requires_confirmation</c> (protocol section 2). Default: <see langword="false"/>.</summary>
    public bool RequiresConfirmation { get; set; }
}
