using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Agnt5.CodeFixes.Edits;

/// <summary>A type's name in an edit: the full name, which is shortened when the edits are made. A using directive is added if there is none.</summary>
internal static class TypeSyntax
{
    public static SyntaxNode Of(ITypeSymbol type, SyntaxGenerator generator) =>
        Full(type, generator).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);

    /// <summary>The type's own name if the declaration can see it, otherwise the name from <see cref="Of"/>.</summary>
    public static SyntaxNode Of(INamedTypeSymbol type, bool isInScope, SyntaxGenerator generator) =>
        !isInScope ? Of(type, generator)
        : type.IsGenericType ? generator.GenericName(type.Name, type.TypeArguments)
        : generator.IdentifierName(type.Name);

    /// <summary>Whether code at a place can use the type's own name.</summary>
    public static bool IsInScope(INamedTypeSymbol type, SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: type.Name).Where(seen => seen is not INamedTypeSymbol named || named.Arity == type.Arity).ToArray() is [var only]
        && SymbolEqualityComparer.Default.Equals(only, type.OriginalDefinition);

    // The using directive is found by the type that the syntax is annotated with. A type argument may be a type parameter of the method that is changed,
    // which could not be found again, so the annotation is of the definition.
    private static SyntaxNode Full(ITypeSymbol type, SyntaxGenerator generator)
    {
        var definition = generator.TypeExpression(type.OriginalDefinition);
        return type is INamedTypeSymbol { IsGenericType: true } generic
            ? definition.CopyAnnotationsTo(generator.WithTypeArguments(definition, generic.TypeArguments.Select(generator.TypeExpression)))
            : definition;
    }
}
