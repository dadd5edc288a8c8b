using Microsoft.CodeAnalysis;

namespace Agnt5.CodeFixes.Types;

/// <summary>
/// Finds the types that must be opened together with one, because C# lets no member show a type that is less accessible than itself: the closed types around it,
/// in its bases and in the members that others see.
/// </summary>
internal static class ExposedTypes
{
    /// <summary>The types that are closed, and every closed type that they would show.</summary>
    public static IReadOnlyList<INamedTypeSymbol> FindClosed(params IEnumerable<ITypeSymbol> types)
    {
        var visited = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var closed = new List<INamedTypeSymbol>();
        foreach (var type in types)
            Visit(type);
        return closed;

        void Visit(ITypeSymbol? shown)
        {
            if (shown is IArrayTypeSymbol array)
                Visit(array.ElementType);
            if (shown is not INamedTypeSymbol named)
                return;
            foreach (var argument in named.TypeArguments)
                Visit(argument);
            Visit(named.ContainingType);
            var definition = named.OriginalDefinition;
            if (!definition.Locations.Any(static location => location.IsInSource) || !visited.Add(definition))
                return;
            if (IsClosed(definition))
                closed.Add(definition);
            foreach (var seen in ShownBy(definition))
                Visit(seen);
        }
    }

    /// <summary>Whether code elsewhere in the assembly cannot name the type, apart from the types around it.</summary>
    public static bool IsClosed(INamedTypeSymbol type) =>
        type.IsFileLocal || type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;

    private static IEnumerable<ITypeSymbol?> ShownBy(INamedTypeSymbol type) =>
    [
        type.BaseType,
        .. type.TypeKind == TypeKind.Interface ? type.Interfaces : [],
        .. type.TypeParameters.SelectMany(static parameter => parameter.ConstraintTypes),
        .. type.GetMembers().Where(static member => member.DeclaredAccessibility != Accessibility.Private).SelectMany(ShownBy),
    ];

    private static IEnumerable<ITypeSymbol?> ShownBy(ISymbol member) => member switch
    {
        IPropertySymbol property => [property.Type, .. property.Parameters.Select(static parameter => parameter.Type)],
        IFieldSymbol field => [field.Type],
        IEventSymbol raised => [raised.Type],
        IMethodSymbol method => [method.ReturnType, .. method.Parameters.Select(static parameter => parameter.Type)],
        INamedTypeSymbol nested => [nested],
        _ => [],
    };
}
