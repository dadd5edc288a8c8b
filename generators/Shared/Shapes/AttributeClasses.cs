using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Tells attribute classes from others.</summary>
internal static class AttributeClasses
{
    /// <summary>Whether a type can stand in square brackets, and so carry policies to what wears it.</summary>
    public static bool IsOne(ISymbol symbol)
    {
        for (var type = (symbol as INamedTypeSymbol)?.BaseType; type is not null; type = type.BaseType)
            if (type is { Name: nameof(Attribute), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        return false;
    }
}
