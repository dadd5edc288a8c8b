using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>What a signature that names a type must be.</summary>
internal static class SignatureTypes
{
    /// <summary>Whether code of other assemblies can name the type.</summary>
    public static bool IsPublic(ITypeSymbol type) => All(type, static named => named.DeclaredAccessibility == Accessibility.Public);

    /// <summary>Whether code of the compilation can name the type.</summary>
    public static bool IsAccessible(ITypeSymbol type, Compilation compilation) => All(type, named => compilation.IsSymbolAccessibleWithin(named.OriginalDefinition, compilation.Assembly));

    /// <summary>Whether only obsolete code can name the type.</summary>
    public static bool IsObsoleteAsError(ITypeSymbol type) => !All(type, static named => !named.GetAttributes().Any(IsError));

    private static bool IsError(AttributeData data) =>
        data is { AttributeClass: { Name: "ObsoleteAttribute" }, ConstructorArguments: [_, { Value: true }] };

    private static bool All(ITypeSymbol type, Func<INamedTypeSymbol, bool> holds) => type switch
    {
        IArrayTypeSymbol array => All(array.ElementType, holds),
        INamedTypeSymbol named => holds(named) && named.TypeArguments.All(argument => All(argument, holds)) && (named.ContainingType is null || All(named.ContainingType, holds)),
        _ => true,
    };
}
