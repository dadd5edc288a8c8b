using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Hosting;

/// <summary>What the platform attributes say of browsers, which stand for all of WebAssembly: of a member, of its type, or of the assembly. The closest one counts.</summary>
internal sealed class PlatformMarks
{
    private readonly ConcurrentDictionary<ISymbol, bool> _refused = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether the use of a member is the use of something that browsers do not have. An object of such a type has been made somewhere, and that is where it is said: its members are no
    /// finding of their own unless they are marked themselves.
    /// </summary>
    public bool Refuses(ISymbol member) => _refused.GetOrAdd(member.OriginalDefinition, static definition =>
        OnMember(definition) ?? ((definition.IsStatic || definition is IMethodSymbol { MethodKind: MethodKind.Constructor }) && OnType(definition)));

    /// <summary>Whether code is only for other platforms, as its member, type or assembly says.</summary>
    public static bool IsForOthers(ISymbol? owner)
    {
        for (var current = owner; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
            if (On(current) is { } refused)
                return refused;
        return owner is not null && On(owner.ContainingAssembly) is true;
    }

    // An accessor may be marked alone.
    private static bool? OnMember(ISymbol member) => On(member) ?? (member is IMethodSymbol { AssociatedSymbol: { } property } ? On(property) : null);

    private static bool OnType(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
            if (On(type) is { } refused)
                return refused;
        return member.ContainingAssembly is { } assembly && On(assembly) is true;
    }

    /// <summary>Whether a condition is true only outside of browsers, as its attribute says, or only there; or <see langword="null"/> when it has none.</summary>
    public static bool? Guards(ISymbol condition) => Marked(condition, "UnsupportedOSPlatformGuardAttribute", "SupportedOSPlatformGuardAttribute");

    private static bool? On(ISymbol symbol) => Marked(symbol, "UnsupportedOSPlatformAttribute", "SupportedOSPlatformAttribute");

    private static bool? Marked(ISymbol symbol, string unsupported, string supported)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute is { AttributeClass.Name: var name, ConstructorArguments: [{ Value: string platform }, ..] }
                && (name == unsupported || name == supported)
                && platform.StartsWith("browser", StringComparison.OrdinalIgnoreCase))
                return name == unsupported;
        return null;
    }
}
