using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Finds a type of this project by the name that code uses for it.</summary>
internal static class SourceLookup
{
    /// <summary>The type without type parameters that a name means inside of a type, as far as no <c>using</c> brings it in.</summary>
    public static INamedTypeSymbol? Find(string name, INamedTypeSymbol inside)
    {
        for (INamespaceOrTypeSymbol? around = inside; around is not null; around = (INamespaceOrTypeSymbol?)around.ContainingType ?? around.ContainingNamespace)
            if (around.GetTypeMembers(name, 0).FirstOrDefault(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, inside.ContainingAssembly)) is { } found)
                return found;
        return null;
    }
}
