using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Whether an assembly can serve an endpoint: it was compiled with a host.</summary>
internal static class HostReference
{
    /// <summary>The assembly of the host.</summary>
    public const string Host = "Agnt5.AspNetCore";

    private const string JavaScript = "Agnt5.JavaScript";
    private const string Core = "Agnt5";
    private const string Mcp = "Agnt5.Mcp"; // Adds to the host, and maps nothing unasked.

    /// <summary>
    /// Whether a referenced assembly may host. A full assembly refers to the host that it uses. A reference assembly has no bodies, and refers only to what its signatures need: there the
    /// attribute counts that the generator wrote.
    /// </summary>
    public static bool MayHost(IAssemblySymbol assembly) =>
        assembly.Name is not (Host or Mcp or JavaScript) && (RefersTo(assembly, Host) || (RefersTo(assembly, Core) && assembly.GetAttributes().Any(IsMark)));

    /// <summary>Whether a referenced assembly may serve JavaScript hosts, as far as its signatures say so.</summary>
    public static bool MayServeJavaScript(IAssemblySymbol assembly) => assembly.Name != JavaScript && RefersTo(assembly, JavaScript);

    /// <summary>Whether a compilation has the host among its references.</summary>
    public static bool IsIn(Compilation compilation) => RefersTo(compilation.Assembly, Host);

    private static bool RefersTo(IAssemblySymbol assembly, string name)
    {
        foreach (var module in assembly.Modules)
            foreach (var reference in module.ReferencedAssemblies)
                if (reference.Name == name)
                    return true;
        return false;
    }

    private static bool IsMark(AttributeData data) => data.AttributeClass is { Name: "Agnt5HostAttribute" } type && type.ToDisplayString() == KnownNames.HostAttribute;
}
