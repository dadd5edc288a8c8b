using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>Recognizes types by their names, because most of them are in assemblies that the project may not reference.</summary>
internal static class SymbolText
{
    /// <summary>Whether a type is in a namespace: <c>System.Net.Http</c>.</summary>
    public static bool IsIn(INamedTypeSymbol type, string space)
    {
        var current = type.ContainingNamespace;
        var end = space.Length;
        while (end > 0)
        {
            var start = space.LastIndexOf('.', end - 1) + 1;
            if (current is null or { IsGlobalNamespace: true } || current.Name.Length != end - start || string.CompareOrdinal(space, start, current.Name, 0, end - start) != 0)
                return false;
            current = current.ContainingNamespace;
            end = start - 1;
        }

        return current is { IsGlobalNamespace: true };
    }

    /// <summary>Whether a type has a name in a namespace.</summary>
    public static bool Is(ITypeSymbol? type, string space, string name) =>
        type is INamedTypeSymbol named && named.Name == name && IsIn(named, space);

    /// <summary>The member with its type, as a message names it: <c>DateTime.Now</c>.</summary>
    public static string Of(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? $"new {member.ContainingType.Name}"
        : $"{member.ContainingType.Name}.{member.Name}";
}
