using System.Text;

namespace Agnt5.Protocol;

/// <summary>The names of the component types on the wire (protocol section 2).</summary>
internal static class ComponentTypeNames
{
    private static readonly ComponentType[] All = Enum.GetValues<ComponentType>();

    public static string ToWireName(this ComponentType type) => type switch
    {
        ComponentType.Function => "function",
        ComponentType.Workflow => "workflow",
        ComponentType.Tool => "tool",
        _ => "agent",
    };

    /// <summary>Reads a name, in any case.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="type">The type that has it.</param>
    /// <returns>Whether there is such a type.</returns>
    public static bool TryParse(ReadOnlySpan<byte> name, out ComponentType type)
    {
        // As AGNT5 writes them.
        if (name.SequenceEqual("workflow"u8))
        {
            type = ComponentType.Workflow;
            return true;
        }

        if (name.SequenceEqual("function"u8))
        {
            type = ComponentType.Function;
            return true;
        }

        foreach (var candidate in All)
        {
            if (Ascii.EqualsIgnoreCase(name, candidate.ToWireName()))
            {
                type = candidate;
                return true;
            }
        }

        type = default;
        return false;
    }
}
