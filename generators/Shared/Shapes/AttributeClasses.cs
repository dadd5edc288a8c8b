using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Recognizes attribute classes.</summary>
internal static class AttributeClasses
{
    /// <summary>Whether a type can be used as an attribute, and so carry policies.</summary>
    public static bool IsOne(ISymbol symbol)
    {
        for (var type = (symbol as INamedTypeSymbol)?.BaseType; type is not null; type = type.BaseType)
            if (type is { Name: nameof(Attribute), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        return false;
    }
}
