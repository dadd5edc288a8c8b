using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Agnt5.CodeFixes.Edits;

/// <summary>A type's name as an edit writes it: in full, to be shortened when the edits are made, by a using directive that is added where there is none.</summary>
internal static class TypeSyntax
{
    public static SyntaxNode Of(ITypeSymbol type, SyntaxGenerator generator) =>
        Full(type, generator).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);

    /// <summary>The type's own name where a declaration can see it, and else as <see cref="Of"/> writes it.</summary>
    public static SyntaxNode Of(INamedTypeSymbol type, bool isInScope, SyntaxGenerator generator) =>
        isInScope ? generator.IdentifierName(type.Name) : Of(type, generator);

    /// <summary>Whether a type that is not generic can be named by its own name at a place.</summary>
    public static bool IsInScope(INamedTypeSymbol type, SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: type.Name) is [var seen] && SymbolEqualityComparer.Default.Equals(seen, type);

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
