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

    private static bool? On(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute is { AttributeClass.Name: "UnsupportedOSPlatformAttribute" or "SupportedOSPlatformAttribute", ConstructorArguments: [{ Value: string platform }, ..] }
                && platform.StartsWith("browser", StringComparison.OrdinalIgnoreCase))
                return attribute.AttributeClass.Name == "UnsupportedOSPlatformAttribute";
        return null;
    }
}
