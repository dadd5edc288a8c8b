using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds an attribute that names a type to the declaration of another: <c>[JsonDerivedType(typeof(Circle), "circle")]</c>.</summary>
/// <param name="Text">The attribute's second argument, or <see langword="null"/> for none.</param>
internal sealed record AddTypeAttribute(DocumentId Document, TextSpan Span, INamedTypeSymbol Attribute, ITypeSymbol Type, string? Text) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is TypeDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var type = generator.TypeOfExpression(TypeSyntax.Of(Type, generator));
        SyntaxNode[] arguments = Text is null ? [type] : [type, generator.LiteralExpression(Text)];
        return generator.AddAttributes(node, generator.Attribute(TypeSyntax.Of(Attribute, generator), arguments));
    }
}
