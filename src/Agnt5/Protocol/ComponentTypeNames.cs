namespace Agnt5.Protocol;

/// <summary>The component types as the wire names them (protocol section 2).</summary>
internal static class ComponentTypeNames
{
    public static string ToWireName(this ComponentType type) => type switch
    {
        ComponentType.Function => "function",
        ComponentType.Workflow => "workflow",
        ComponentType.Tool => "tool",
        _ => "agent",
    };
}
